import { expect, test } from 'vitest'
import { TimeChart, type TimeChartProps } from './time-chart.tsx'

const day = (text: string) => Temporal.PlainDate.from(text)
const legend = { measured: 'Measured', before: 'Before', target: 'Target', range: 'Lies between', scale: 'Not from 0' }

function drawn(props: Partial<TimeChartProps> = {}): string {
  return String(
    <TimeChart
      id="c"
      title="More come"
      unit="visits"
      points={[
        { on: day('2026-01-01'), value: 0, words: '0', isBefore: true },
        { on: day('2026-07-02'), value: 60, words: '60', range: { low: 50, high: 70 } },
        { on: day('2026-12-31'), value: 100, words: '100' },
      ]}
      target={{ value: 80, by: day('2026-12-31') }}
      number={String}
      day={String}
      legend={legend}
      {...props}
    />,
  )
}

test('each value stands at its day and its height, the target is a line to its day', () => {
  const html = drawn()
  const dots = [...html.matchAll(/<circle class="fm-time__dot[^"]*" cx="([\d.]+)%" cy="([\d.]+)"/g)]
  expect(dots.map(([, x, y]) => [Number(x), Number(y)])).toEqual([
    [0, 208],
    [50, 83.2],
    [100, 0],
  ])
  expect(html).toMatch(/<line class="fm-time__target" x1="0" x2="100.00%" y1="41\.\d+" y2="41\.\d+"/)
  expect(html).toContain('M0 62.4') // the upper end of what is between 50 and 70
})

test('says what each sign means that is drawn, and only that', () => {
  for (const words of ['Measured', 'Before', 'Target', 'Lies between']) expect(drawn()).toContain(words)
  const bare = drawn({
    target: undefined,
    points: [
      { on: day('2026-01-01'), value: 101, words: '101' },
      { on: day('2026-02-01'), value: 102, words: '102' },
    ],
  })
  for (const words of ['Before', 'Target', 'Lies between']) expect(bare).not.toContain(words)
  expect(bare, 'where the scale begins elsewhere it says so').toContain('Not from 0')
  expect(drawn()).not.toContain('Not from 0')
})

test('two values of one day stand over one another', () => {
  const html = drawn({
    target: undefined,
    points: [
      { on: day('2026-01-01'), value: 1, words: '1' },
      { on: day('2026-01-01'), value: 2, words: '2' },
    ],
  })
  expect(html.match(/cx="50.00%"/g)).toHaveLength(2)
  expect(html.match(/2026-01-01/g), 'the day is written once').toHaveLength(1)
})
