import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastRatio, ground, isReadable, leastContrast, paper, themeCss } from './theme.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

test('contrast is as WCAG says', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastRatio('#0e5f57', '#ffffff')).toBeCloseTo(7.5, 1)
})

test('our own colours can be read, a pale yellow cannot', () => {
  expect(isReadable('#0e5f57')).toBe(true)
  expect(isReadable('#a3460f')).toBe(true)
  expect(isReadable('#f5e663')).toBe(false)
})

test('contrast does not depend on the order, and lies between 1 and 21', () => {
  fc.assert(
    fc.property(color, color, (a, b) => {
      const ratio = contrastRatio(a, b)
      expect(ratio).toBe(contrastRatio(b, a))
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThanOrEqual(21.0001)
    }),
  )
})

test('whatever colours a jurisdiction chooses, its words can be read in light and dark', () => {
  fc.assert(
    fc.property(color, color, (accent, brand) => {
      const css = themeCss({ accent, brand })
      for (const [name, soft] of [
        ['--fm-verdigris', '--fm-verdigris-soft'],
        ['--fm-copper', '--fm-copper-soft'],
      ] as const) {
        for (const scheme of [0, 1] as const) {
          const words = tokenOf(css, name)[scheme]
          for (const surface of [paper[scheme], ground[scheme], tokenOf(css, soft)[scheme]]) {
            expect(contrastRatio(words, surface)).toBeGreaterThanOrEqual(leastContrast)
          }
        }
      }
      for (const scale of ['accent', 'brand1']) {
        for (const scheme of [0, 1] as const) {
          const on = tokenOf(css, `--ds-color-${scale}-base-contrast-default`)[scheme]
          for (const step of ['default', 'hover', 'active']) {
            expect(contrastRatio(on, tokenOf(css, `--ds-color-${scale}-base-${step}`)[scheme])).toBeGreaterThanOrEqual(
              leastContrast,
            )
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('what is no colour is refused before it reaches a stylesheet', () => {
  expect(() => themeCss({ accent: 'red;} body{display:none', brand: '#a3460f' })).toThrow(TypeError)
})

function tokenOf(css: string, name: string): readonly [string, string] {
  const found = new RegExp(`${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css)
  return [found?.[1] ?? '', found?.[2] ?? '']
}
