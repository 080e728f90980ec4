"""Make sitegen/data/map.json from the npm package world-atlas: `python make_map.py FOLDER_OF_THE_PACKAGE`.

Run once, by hand; the result is kept as data. Shapes are Natural Earth's at 1:110m in the Equal Earth projection, whole
numbers on a canvas 2000 wide; countries too small for that scale are a point, from the shapes at 1:50m.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from pathlib import Path

import pycountry

WIDTH = 2000.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)  # of the Equal Earth projection


def project(longitude: float, latitude: float) -> tuple[float, float]:
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2 = theta * theta
    t6 = t2**3
    x = (
        2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta)
        / (3 * (9 * _A[3] * t6 * t2 + 7 * _A[2] * t6 + 3 * _A[1] * t2 + _A[0]))
    )  # fmt: skip
    y = theta * (_A[3] * t6 * t2 + _A[2] * t6 + _A[1] * t2 + _A[0])
    scale = WIDTH / (2 * 2.7066)
    return (x + 2.7066) * scale, (1.3173 - y) * scale


def rings_of(topology: dict, geometry: dict) -> list[list[tuple[float, float]]]:
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index: int) -> list[tuple[float, float]]:
        points, x, y = [], 0, 0
        for dx, dy in topology["arcs"][~index if index < 0 else index]:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        return points[::-1] if index < 0 else points

    polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}.get(geometry["type"], [])
    rings = []
    for polygon in polygons:
        for ring in polygon:
            points: list[tuple[float, float]] = []
            for index in ring:
                points.extend(arc(index)[1 if points else 0 :])
            rings.append([project(*p) for p in unwrapped(points)])
    return rings


def unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring that crosses the date line goes on beyond 180 degrees instead of leaping across the map."""
    made, turn = points[:1], 0
    for before, point in itertools.pairwise(points):
        if abs(point[0] - before[0]) > 180:
            turn += 360 if point[0] < before[0] else -360
        made.append((point[0] + turn, point[1]))
    return made


def area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def path_of(rings: list[list[tuple[float, float]]]) -> str:
    parts = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        points = [p for i, p in enumerate(points) if not i or p != points[i - 1]]
        if len(points) < 4:
            continue
        moves = "".join(
            f"{b[0] - a[0]}{'' if b[1] < a[1] else ' '}{b[1] - a[1]} " for a, b in itertools.pairwise(points)
        )
        parts.append(f"M{points[0][0]} {points[0][1]}l{moves.strip()}z")
    return "".join(parts)


def main(folder: Path) -> None:
    codes = {c.numeric: c.alpha_2 for c in pycountry.countries}
    shapes: dict[str, dict[str, object]] = {}
    for scale in ("110m", "50m"):
        topology = json.loads((folder / f"countries-{scale}.json").read_text())
        for geometry in topology["objects"]["countries"]["geometries"]:
            code = codes.get(str(geometry.get("id", "")).zfill(3))
            if code is None or code in shapes or code == "AQ":  # rings the pole
                continue
            rings = rings_of(topology, geometry)
            if not rings:
                continue
            main_ring = max(rings, key=area)
            xs, ys = [p[0] for p in main_ring], [p[1] for p in main_ring]
            if scale == "110m":
                shapes[code] = {
                    "d": path_of(rings),
                    "b": [math.floor(min(xs)), math.floor(min(ys)), math.ceil(max(xs)), math.ceil(max(ys))],
                }
            else:
                shapes[code] = {"p": [round(sum(xs) / len(xs)), round(sum(ys) / len(ys))]}
    height = round(2 * 1.3173 * WIDTH / (2 * 2.7066))
    out = Path(__file__).parents[2] / "sitegen" / "data" / "map.json"
    out.write_text(
        json.dumps(
            {"width": int(WIDTH), "height": height, "shapes": dict(sorted(shapes.items()))}, separators=(",", ":")
        )
        + "\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
