/** A jurisdiction's own two colours, `#rrggbb`: `accent` for actions, `brand` for promises. */
export type Theme = { readonly accent: string; readonly brand: string }

type Rgb = readonly [number, number, number]
/** A colour for light and for dark. */
type Pair = readonly [light: string, dark: string]

/** Surfaces that words stand on, light and dark. */
export const paper: Pair = ['#ffffff', '#182226']
export const ground: Pair = ['#f4f6f3', '#10181b']

/** WCAG 2.2, 1.4.3: the least contrast of text. */
export const leastContrast = 4.5

/** WCAG 2.2's contrast ratio of two colours `#rrggbb`, 1–21. */
export function contrastRatio(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number] // two in, two out
  return (light + 0.05) / (dark + 0.05)
}

export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

/**
 * Whether words in this colour can be read on light paper as it is. On dark, and where this says no, `themeCss`
 * uses the nearest shade that can be read.
 */
export function isReadable(color: string): boolean {
  return contrastRatio(color, paper[0]) >= leastContrast && contrastRatio(color, ground[0]) >= leastContrast
}

/** The stylesheet of a theme: overrides our tokens, so it comes after our own styles. */
export function themeCss({ accent, brand }: Theme): string {
  const [a, b] = [shades(accent), shades(brand)]
  const tokens: readonly (readonly [string, Pair])[] = [
    ...scale('accent', a),
    ...scale('brand1', b),
    ['--fm-verdigris', a.text],
    ['--fm-verdigris-soft', a.soft],
    ['--fm-copper', b.text],
    ['--fm-copper-soft', b.soft],
    ['--fm-copper-line', b.line],
    ['--fm-thread-1', a.text],
    ['--fm-thread-2', b.text],
  ]
  const lines = tokens.map(([name, [light, dark]]) => `  ${name}: light-dark(${light}, ${dark});`)
  return [':root {', ...lines, '}', ''].join('\n')
}

type Shades = { readonly text: Pair; readonly soft: Pair; readonly line: Pair }

function shades(color: string): Shades {
  const text: Pair = [
    readable(color, { on: [paper[0], ground[0]], towards: '#000000', soft: 0.11, least: leastContrast }),
    // Bright words on dark paper need more than the least to be as easy to read.
    readable(color, { on: [paper[1], ground[1]], towards: '#ffffff', soft: 0.16, least: 6 }),
  ]
  const soft: Pair = [mix(paper[0], text[0], 0.11), mix(paper[1], text[1], 0.16)]
  return { text, soft, line: [mix(text[0], paper[0], 0.3), mix(text[1], paper[1], 0.3)] }
}

type Need = {
  readonly on: readonly string[]
  readonly towards: string
  readonly soft: number
  readonly least: number
}

function readable(color: string, { on, towards, soft, least }: Need): string {
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mix(color, towards, share)
    const surfaces = [...on, mix(on[0] ?? towards, shade, soft)]
    const enough = surfaces.every(
      (surface) => contrastRatio(shade, surface) >= (surface === surfaces.at(-1) ? leastContrast : least),
    )
    if (enough) return shade
  }
  return towards
}

function scale(name: string, { text, soft }: Shades): readonly (readonly [string, Pair])[] {
  const step = (share: number): Pair => [mix(paper[0], text[0], share), mix(paper[1], text[1], share)]
  const strong = (share: number): Pair => [mix(text[0], '#000000', share), mix(text[1], '#ffffff', share)]
  const steps: Readonly<Record<string, Pair>> = {
    'surface-default': paper,
    'surface-tinted': soft,
    'surface-hover': step(0.2),
    'surface-active': step(0.28),
    'border-subtle': step(0.38),
    'border-default': step(0.75),
    'border-strong': text,
    'text-subtle': text,
    'text-default': strong(0.5),
    'base-default': text,
    'base-hover': strong(0.2),
    'base-active': strong(0.4),
    'base-contrast-default': ['#ffffff', '#000000'],
  }
  return Object.entries(steps).map(([key, pair]) => [`--ds-color-${name}-${key}`, pair] as const)
}

/** `share` of `b` in `a`, per channel. */
function mix(a: string, b: string, share: number): string {
  const [from, to] = [rgb(a), rgb(b)]
  const channel = (i: 0 | 1 | 2): string =>
    Math.round(from[i] + (to[i] - from[i]) * share)
      .toString(16)
      .padStart(2, '0')
  return `#${channel(0)}${channel(1)}${channel(2)}`
}

function rgb(color: string): Rgb {
  if (!isColor(color)) throw new TypeError(`not a colour: ${color}`)
  const number = Number.parseInt(color.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

/** WCAG's relative luminance, 0–1. */
function luminance(color: string): number {
  const [r, g, b] = rgb(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number] // three in, three out
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
