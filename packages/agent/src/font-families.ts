/**
 * Families that are looked for, chosen by hand in November 2026; revisit with the corpus. Each group answers a question,
 * and inside a group the families came with different releases, languages or products, so that a few installed or missing
 * ones say which. Emoji and symbol fonts are left out: a family without Latin letters cannot show in a Latin text's width.
 */
export const fontFamilies: readonly string[] = [
  // Which Windows: the oldest are from Windows 2000, the newest from Windows 11; then those of its optional languages.
  ...['Lucida Console', 'Sylfaen', 'Palatino Linotype', 'Calibri', 'Candara', 'Segoe UI', 'Gabriola', 'Ebrima'],
  ...[
    'Javanese Text',
    'Leelawadee UI',
    'Sitka Text',
    'Bahnschrift',
    'Ink Free',
    'Segoe UI Variable Text',
    'Cascadia Mono',
  ],
  ...[
    'MS Gothic',
    'Yu Mincho',
    'Meiryo',
    'Malgun Gothic',
    'Batang',
    'MingLiU',
    'SimSun',
    'DengXian',
    'Nirmala UI',
    'Aparajita',
  ],
  // Which macOS or iOS.
  ...['Lucida Grande', 'Helvetica Neue', 'American Typewriter', 'Menlo', 'Chalkboard SE', 'Marker Felt', 'Avenir Next'],
  ...[
    'PingFang SC',
    'Hiragino Sans',
    'Apple SD Gothic Neo',
    'Galvji',
    'Luminari',
    'SignPainter',
    'STIX Two Text',
    'Zapfino',
  ],
  // Which Linux desktop, ChromeOS or Android.
  ...['Cantarell', 'Adwaita Sans', 'Ubuntu', 'DejaVu Sans', 'Liberation Sans', 'Nimbus Sans', 'FreeSerif', 'Noto Sans'],
  ...['Noto Serif CJK SC', 'WenQuanYi Zen Hei', 'Lohit Devanagari', 'Arimo', 'Roboto', 'Dancing Script', 'Cutive Mono'],
  // Which office suite: Microsoft's of several generations, LibreOffice.
  ...['Aptos', 'Tw Cen MT', 'Haettenschweiler', 'Century Schoolbook', 'Goudy Old Style', 'Gill Sans MT'],
  ...['Carlito', 'Linux Biolinum G', 'Gentium Basic'],
  // Design, engineering and programming: Adobe, AutoCAD, SolidWorks, TeX, terminals.
  ...['Minion Pro', 'Myriad Pro', 'Adobe Garamond Pro', 'Source Sans 3', 'Futura PT', 'Univers', 'Gotham', 'ISOCPEUR'],
  ...['SWTxt', 'Latin Modern Roman', 'Fira Code', 'JetBrains Mono', 'Hack', 'Inconsolata', 'Open Sans', 'Lato'],
]
