"""The table of all demo pictures: where the focal point of each lies, and its titles; scenes/ holds who paints it."""

from dataclasses import dataclass
from importlib import import_module

from PIL import Image

from .canvas.scene import HEIGHT, WIDTH, Scene


@dataclass(frozen=True)
class Picture:
    """One demo picture.

    `focal_point` is (x, y, width, height) in pixels of the 1920 × 1280 drawing; x and y are the middle of the area,
    as in Wagtail's `focal_point_x` and its fellows. `title` is by language code.
    """

    name: str
    focal_point: tuple[int, int, int, int]
    title: dict[str, str]

    def paint(self, scene: Scene) -> None:
        """Paint the picture on `scene`; the module in scenes/ has the picture's name, with underscores."""
        import_module(f"{__package__}.scenes.{self.name.replace('-', '_')}").paint(scene)


# Name, focal point, Vietnamese and English title.
TABLE = (
    ("karsts-dawn", (980, 820, 560, 420), "Bình minh giữa những đảo đá", "Dawn among the karsts"),
    ("karsts-night", (760, 700, 760, 560), "Đêm trăng trên vịnh", "Moonlit night on the bay"),
    ("karsts-rain", (860, 860, 560, 520), "Mưa trên vịnh Hạ Long", "Rain on Hạ Long Bay"),
    ("mine-conveyor-night", (1060, 640, 900, 620), "Băng tải than trong đêm", "Coal conveyor at night"),
    ("mine-shovel-dusk", (960, 840, 1000, 620), "Máy xúc lúc hoàng hôn", "Shovel at dusk"),
    ("mine-lamp-tunnel", (960, 760, 560, 760), "Ánh đèn trong lò", "Lamps in the drift"),
    ("helmets-row", (960, 700, 900, 760), "Những chiếc mũ thợ mỏ", "Miners' helmets in a row"),
    ("helmet-single", (880, 840, 900, 560), "Chiếc mũ và ngọn đèn lò", "A helmet and its lamp"),
    ("port-cranes-rain", (980, 720, 700, 640), "Cảng trong mưa", "The port in the rain"),
    ("port-cranes-sunset", (820, 660, 760, 660), "Hoàng hôn trên cảng", "Sunset over the port"),
    ("coal-barge-river", (1140, 880, 760, 560), "Sà lan than trên sông", "Coal barges on the river"),
    ("flags-street", (1000, 820, 640, 700), "Phố rợp cờ đỏ sao vàng", "A street hung with flags"),
    ("flag-single", (980, 600, 900, 760), "Lá cờ Tổ quốc", "The national flag"),
    ("congress-hall", (940, 620, 800, 640), "Đại hội công đoàn", "Trade union congress"),
    ("meeting-round-table", (960, 640, 900, 900), "Họp bên bàn tròn", "Meeting at the round table"),
    ("handshake-silhouette", (960, 620, 860, 640), "Cái bắt tay", "The handshake"),
    ("workers-line-sunrise", (1000, 820, 900, 640), "Vào ca lúc mặt trời mọc", "To the shift at sunrise"),
    ("worker-welding", (960, 760, 800, 680), "Thợ hàn", "The welder"),
    ("women-factory-line", (780, 760, 860, 640), "Nữ công nhân trên dây chuyền", "Women on the assembly line"),
    ("sewing-hall", (940, 840, 860, 620), "Xưởng may", "The sewing hall"),
    ("dormitory-evening", (960, 700, 900, 800), "Buổi tối ở khu nhà công nhân", "Evening at the workers' dormitory"),
    ("lunch-canteen", (960, 820, 900, 560), "Bữa trưa ở nhà ăn", "Lunch in the canteen"),
    ("tet-blossom", (1080, 740, 860, 640), "Hoa đào ngày Tết", "Peach blossom at Tết"),
    ("tet-gift-table", (1040, 760, 900, 620), "Bàn quà Tết", "The table of Tết gifts"),
    ("football-pitch", (1000, 860, 820, 640), "Trận bóng dưới ánh đèn", "A match under floodlights"),
    ("run-bridge-morning", (900, 860, 900, 700), "Chạy bộ buổi sáng trên cầu", "A morning run on the bridge"),
    ("bai-chay-bridge", (960, 640, 900, 760), "Cầu Bãi Cháy lên đèn", "Bãi Cháy bridge at dusk"),
    ("fishing-boats", (980, 760, 900, 640), "Thuyền cá ở bến", "Fishing boats at their moorings"),
    ("lighthouse-co-to", (1260, 560, 560, 760), "Hải đăng Cô Tô", "The lighthouse of Cô Tô"),
    ("tea-hills-hai-ha", (760, 840, 760, 700), "Đồi chè Hải Hà", "Tea hills of Hải Hà"),
    ("border-gate-mong-cai", (960, 640, 900, 860), "Cửa khẩu Móng Cái", "The border gate at Móng Cái"),
    ("school-evening-class", (1080, 700, 860, 700), "Lớp học buổi tối", "Evening class"),
    ("health-check", (960, 720, 900, 640), "Khám sức khỏe định kỳ", "Health check"),
    ("blood-donation", (1000, 740, 860, 760), "Hiến máu tình nguyện", "Blood donation"),
    ("library-books", (1000, 860, 820, 620), "Tủ sách công nhân", "The workers' library"),
    ("law-scales", (1000, 640, 840, 860), "Cán cân công lý", "The scales of justice"),
    ("ballot-box", (1080, 700, 800, 820), "Lá phiếu", "The ballot"),
    ("phone-hand", (960, 620, 620, 900), "Dịch vụ công đoàn trên điện thoại", "Union services on the phone"),
    ("bus-shift-change", (1080, 840, 820, 600), "Xe ca đón công nhân", "The bus at shift change"),
    ("rain-umbrellas", (980, 640, 720, 640), "Tan ca trong mưa", "Home under umbrellas"),
    ("storm-flood-help", (940, 900, 860, 600), "Cứu trợ vùng ngập lụt", "Help in the flood"),
    ("tree-planting", (1040, 820, 820, 800), "Trồng cây trên bãi thải", "Trees for the old pit"),
    ("hospital-night", (840, 800, 860, 720), "Bệnh viện trong đêm", "The hospital at night"),
    ("power-plant", (900, 660, 860, 800), "Nhà máy nhiệt điện", "The power plant"),
    ("shipyard", (960, 660, 900, 900), "Con tàu trên triền đà", "A hull on the slipway"),
    ("market-ha-long", (940, 840, 820, 720), "Chợ Hạ Long sớm mai", "Hạ Long market at first light"),
    ("drum-festival", (980, 660, 900, 860), "Trống hội", "The festival drum"),
    ("lanterns", (960, 760, 760, 860), "Đêm hội đèn lồng", "Night of lanterns"),
)

PICTURES = {name: Picture(name, focal_point, {"vi": vi, "en": en}) for name, focal_point, vi, en in TABLE}


def draw(name: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """Return the picture `name` in `size` pixels (RGB), always the same; other shapes are cut around the focal point.

    Raises KeyError for an unknown name.
    """
    picture = PICTURES[name]
    scale = max(size[0] / WIDTH, size[1] / HEIGHT)
    scene = Scene(name, scale)
    picture.paint(scene)
    image = scene.finish()
    if image.size == size:
        return image
    left = min(max(0, round(picture.focal_point[0] * scale - size[0] / 2)), image.width - size[0])
    top = min(max(0, round(picture.focal_point[1] * scale - size[1] / 2)), image.height - size[1])
    return image.crop((left, top, left + size[0], top + size[1]))
