"""Scans made from PDFs whose text is known: pages drawn as pictures, then treated as paper and machines treat them.

Three levels, as they come from offices: ``clean`` is a print scanned on a good machine; ``mild`` a copy with some
grain, a grey ground and half a degree of skew; ``hard`` a poor copy: grain and specks, shadow, blur, up to two
degrees of skew, a round red stamp over the text, strong compression. The same seed gives the same picture.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.uint8]
"""A page as red, green and blue: (height, width, 3)."""

Level = Literal["clean", "mild", "hard"]
LEVELS: tuple[Level, ...] = ("clean", "mild", "hard")

_POINTS_PER_INCH = 72.0
_STAMP_RED = (196.0, 32.0, 48.0)


@dataclass(frozen=True, slots=True)
class _Wear:
    """What a level does to a page.

    Attributes:
        skew: Most degrees of skew, either way.
        blur: Spread of the blur, in pixels at 200 dpi.
        grain: Spread of the noise, in grey steps of 255.
        specks: Share of the pixels that turn black or white.
        shadow: How much darker the darkest corner is, in grey steps.
        stamp: A round stamp is put over the text.
        jpeg: Quality of the compression, 0 to 100.
    """

    skew: float
    blur: float
    grain: float
    specks: float
    shadow: float
    stamp: bool
    jpeg: int


_WEAR: dict[Level, _Wear] = {
    "clean": _Wear(skew=0.0, blur=0.0, grain=0.0, specks=0.0, shadow=0.0, stamp=False, jpeg=92),
    "mild": _Wear(skew=0.5, blur=0.5, grain=8.0, specks=0.0002, shadow=24.0, stamp=False, jpeg=75),
    "hard": _Wear(skew=2.0, blur=0.8, grain=28.0, specks=0.006, shadow=70.0, stamp=True, jpeg=50),
}


def page_pictures(path: Path, dpi: int) -> list[Picture]:
    """Every page of a PDF, drawn."""
    document = pdfium.PdfDocument(path)
    try:
        drawn = (page.render(scale=dpi / _POINTS_PER_INCH).to_pil() for page in document)
        return [np.asarray(picture.convert("RGB")) for picture in drawn]
    finally:
        document.close()


def degraded(page: Picture, level: Level, seed: int, dpi: int = 200) -> Picture:
    """A page as a scan of it would look.

    Args:
        page: The page as it was drawn.
        level: How bad the scan is.
        seed: Which of the many scans of that kind.
        dpi: At which resolution the page was drawn; blur and specks grow with it.
    """
    wear, random = _WEAR[level], np.random.default_rng(seed)
    worn = page.astype(np.float32)
    if wear.stamp:
        worn = _stamped(worn, random, dpi)
    if wear.skew:
        worn = _turned(worn, random.uniform(-wear.skew, wear.skew))
    if wear.blur:
        worn = np.asarray(cv2.GaussianBlur(worn, (0, 0), wear.blur * dpi / 200), np.float32)
    if wear.shadow:
        worn = worn - _shadow(worn.shape, random)[..., None] * wear.shadow
    if wear.specks:
        worn = _specked(worn, random, wear.specks)
    if wear.grain:
        worn = worn + random.normal(0.0, wear.grain, (*worn.shape[:2], 1)).astype(np.float32)
    return _compressed(np.clip(worn, 0, 255).astype(np.uint8), wear.jpeg)


def scan_pdf(pages: Sequence[Picture], dpi: int) -> bytes:
    """A PDF of pictures, as a scanner writes it."""
    first, *others = (Image.fromarray(page) for page in pages)
    made = io.BytesIO()
    first.save(made, format="PDF", save_all=True, append_images=others, resolution=float(dpi), quality=90)
    return made.getvalue()


def _stamped(page: NDArray[np.float32], random: np.random.Generator, dpi: int) -> NDArray[np.float32]:
    """A round stamp of 36 mm, its ink let through by the letters under it."""
    height, width = page.shape[:2]
    radius = int(18 / 25.4 * dpi)
    centre = (int(random.uniform(0.3, 0.7) * width), int(random.uniform(0.3, 0.8) * height))
    ink = np.zeros((height, width), np.float32)
    for share, thickness in ((1.0, 0.06), (0.78, 0.025)):
        cv2.circle(ink, centre, int(radius * share), 1.0, max(1, int(radius * thickness)), cv2.LINE_AA)
    _star(ink, centre, radius * 0.34)
    ink *= np.float32(0.75)
    worn = page * (1 - ink[..., None] * (1 - np.asarray(_STAMP_RED, np.float32) / 255))
    return worn.astype(np.float32)


def _star(ink: NDArray[np.float32], centre: tuple[int, int], radius: float) -> None:
    turns = np.arange(10) * np.pi / 5 - np.pi / 2
    lengths = np.where(np.arange(10) % 2 == 0, radius, radius * 0.4)
    points = np.stack([centre[0] + lengths * np.cos(turns), centre[1] + lengths * np.sin(turns)], axis=1)
    cv2.fillPoly(ink, [points.astype(np.int32)], (1.0,), cv2.LINE_AA)


def _turned(page: NDArray[np.float32], degrees: float) -> NDArray[np.float32]:
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    white = (255.0, 255.0, 255.0)
    turned: Any = cv2.warpAffine(page, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=white)
    return np.asarray(turned, np.float32)


def _shadow(shape: tuple[int, ...], random: np.random.Generator) -> NDArray[np.float32]:
    """A slope of light across the page with a fold in it, 0 to 1."""
    height, width = shape[:2]
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = random.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * across / width + np.sin(angle) * down / height
    slope = (slope - slope.min()) / (slope.max() - slope.min())
    fold = np.exp(-(((down / height - random.uniform(0.35, 0.65)) * 40) ** 2))
    made: NDArray[np.float32] = np.clip(0.8 * slope + 0.2 * fold, 0, 1).astype(np.float32)
    return made


def _specked(page: NDArray[np.float32], random: np.random.Generator, share: float) -> NDArray[np.float32]:
    dice = random.random(page.shape[:2])
    page[dice < share / 2] = 0.0
    page[dice > 1 - share / 2] = 255.0
    return page


def _compressed(page: Picture, quality: int) -> Picture:
    packed = io.BytesIO()
    Image.fromarray(page).save(packed, format="JPEG", quality=quality)
    return np.asarray(Image.open(packed).convert("RGB"))
