"""Python's collector of rubbish, in processes that live long or work hard."""

import gc


def leave_alone_what_is_loaded() -> None:
    """Have the collector never look again at what is there now: modules, which live as long as the process.

    Walking them again and again is a twelfth of a long piece of work, and unshares the memory of what is forked later.
    """
    gc.collect()
    gc.freeze()
