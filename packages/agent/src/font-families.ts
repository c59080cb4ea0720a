/**
 * Families that are looked for, chosen by hand in November 2026; revisit with the corpus. Each group answers a question,
 * and inside a group the families came with different releases, languages or products, so that a few installed or missing
 * ones say which. Emoji and symbol fonts are left out: a family without Latin letters cannot show in a Latin text's width.
 */
const GROUPS = [
  // Which Windows: the oldest are from Windows 2000, the newest from Windows 11; then those of its optional languages.
  'Sylfaen,Calibri,Segoe UI,Gabriola,Ebrima,Javanese Text,Sitka Text,Bahnschrift,Ink Free,Segoe UI Variable Text',
  'Cascadia Mono,MS Gothic,Yu Mincho,Meiryo,Malgun Gothic,Batang,MingLiU,SimSun,DengXian,Nirmala UI,Aparajita',
  // Which macOS or iOS.
  'Helvetica Neue,Menlo,Marker Felt,Avenir Next,PingFang SC,Hiragino Sans,Galvji,Luminari,SignPainter,STIX Two Text',
  // Which Linux desktop, ChromeOS or Android.
  'Cantarell,Adwaita Sans,Ubuntu,DejaVu Sans,Liberation Sans,Nimbus Sans,FreeSerif,Noto Sans,Noto Serif CJK SC',
  'WenQuanYi Zen Hei,Lohit Devanagari,Arimo,Roboto,Dancing Script,Cutive Mono',
  // Which office suite: Microsoft's of several generations, LibreOffice.
  'Aptos,Tw Cen MT,Century,Haettenschweiler,Gill Sans MT,Carlito,Linux Biolinum G,Gentium Basic',
  // Design, engineering and programming: Adobe, AutoCAD, SolidWorks, TeX, terminals.
  'Minion Pro,Myriad Pro,Source Sans 3,Futura PT,Univers,Gotham,ISOCPEUR,SWTxt,Latin Modern Roman,Fira Code',
  'JetBrains Mono,Hack,Inconsolata,Open Sans,Lato',
]

/** The names, in the order in which they are looked for. */
export const fontFamilies: readonly string[] = GROUPS.join().split(',')
