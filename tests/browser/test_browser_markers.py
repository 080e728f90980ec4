"""A date's precision as a shape: one marker for each kind, as accepted in a golden picture.

The picture holds the markers alone, no text, so that a machine's fonts do not matter; a few pixels of smoothing may differ.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent.parent / "golden" / "meridian" / "markers.png"
SHAPES = ("day", "days", "month", "season", "year", "years", "decade", "century", "approx", "open")
WIDTH, HEIGHT = 28, 52
MOST_DIFFERENT = 0.04  # share of pixels; a wrong shape differs in more than a tenth of its tile

JOIN = """async ([tiles, width, height]) => {
  const canvas = document.createElement('canvas');
  canvas.width = width * tiles.length;
  canvas.height = height;
  const context = canvas.getContext('2d');
  for (const [i, tile] of tiles.entries()) {
    const image = new Image();
    image.src = 'data:image/png;base64,' + tile;
    await image.decode();
    context.drawImage(image, i * width, 0);
  }
  return canvas.toDataURL('image/png').split(',')[1];
}"""

COMPARE = """async ([one, two]) => {
  const pixels = await Promise.all([one, two].map(async (data) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + data;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  if (pixels[0].length !== pixels[1].length) return 1;
  let different = 0;
  for (let i = 0; i < pixels[0].length; i += 4)
    if ([0, 1, 2].some((c) => Math.abs(pixels[0][i + c] - pixels[1][i + c]) > 70)) different += 1;
  return different / (pixels[0].length / 4);
}"""


def test_each_kind_of_date_has_its_marker_as_in_the_golden_picture(chromium: Any, address: str, accept: bool) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light", reduced_motion="reduce")
    page.goto(f"{address}timeline/")
    tiles = []
    for shape in SHAPES:
        entry = page.locator(f"li.m-{shape}").first
        entry.scroll_into_view_if_needed()
        box = entry.bounding_box()
        assert entry.locator(".when").is_visible()
        clip = {"x": box["x"] + 140, "y": box["y"] + 10, "width": WIDTH, "height": HEIGHT}
        tiles.append(base64.b64encode(page.screenshot(clip=clip)).decode())
    page.goto("about:blank")
    picture = page.evaluate(JOIN, [tiles, WIDTH, HEIGHT])
    if accept:
        GOLDEN.write_bytes(base64.b64decode(picture))
    different = page.evaluate(COMPARE, [picture, base64.b64encode(GOLDEN.read_bytes()).decode()])
    assert different <= MOST_DIFFERENT, "a marker looks different; see the picture made with --accept"
    page.close()
