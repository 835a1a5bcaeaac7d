"""Signs of Microsoft's symbol fonts: the boxes that are ticked in forms, and the dots before the items of a list.

Such a font has its signs where others have letters, or in Unicode's private area from U+F000 on by the same low byte.
"""

PRIVATE = 0xF000
WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x76: "❖", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
SYMBOL = {0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB7: "•", 0xDE: "⇒", 0xAE: "→"}
PRIVATE_SIGNS = {PRIVATE + code: sign for code, sign in (SYMBOL | WINGDINGS).items()}
"""For text that doesn't name the font: Wingdings is what offices use for boxes."""


def sign_of(font: str, code: int) -> str:
    """The sign that a font of that name has there; "" where the font is no symbol font that is known.

    A code is that of the font, or of the private area.
    """
    table = next((table for name, table in (("wingdings", WINGDINGS), ("symbol", SYMBOL)) if font.lower() == name), {})
    return table.get(code - PRIVATE if code >= PRIVATE else code, "")
