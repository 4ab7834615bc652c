"""The tools every picture is drawn with: colours, outlines, the canvas, its light and its weather."""
