import encodeQR from 'qr'
import { Section } from '../../../../ui/index.ts'
import { threeDigits } from '../commitment.ts'
import { drawAsked } from './begin.tsx'
import type { DrawPageProps } from './props.ts'

/** On paper alone, for the notice board: by its numbers people without a screen find themselves. */
export function PanelNumbers({ say, view: { panels, drawn } }: DrawPageProps) {
  if (!panels || !drawn) return null
  const numbers = (panels.panels[drawn.panel] ?? []).toSorted((a, b) => a - b)
  return (
    <div class="fm-printonly">
      <Section id="board-numbers" title={say('board.numbers', { panel: threeDigits(drawn.panel) })}>
        <p class="fm-board__numbers fm-num">{numbers.join(' · ')}</p>
        <p>{say('board.numbers-text')}</p>
      </Section>
    </div>
  )
}

/** On paper alone: where to check it, with the codes in full. */
export function BoardCheck({ say, reader, problem, view, origin }: DrawPageProps) {
  const { pool, panels } = view
  if (!panels || !pool) return null
  const address = `${origin}${reader.to('arena.lottery', { problem: problem.slug })}${drawAsked(view)}`
  return (
    <div class="fm-printonly">
      <div class="fm-board">
        <dl>
          <dt>{say('board.address')}</dt>
          <dd>
            <strong class="fm-address">{address}</strong>
          </dd>
          <dt>{say('board.command')}</dt>
          <dd>
            <code>folkmoot verify lottery draw.json</code>
          </dd>
          <dt>{say('board.list', { size: pool.size })}</dt>
          <dd>
            <code class="fm-address">{pool.hash}</code>
          </dd>
          <dt>{say('board.panels')}</dt>
          <dd>
            <code class="fm-address">{panels.hash}</code>
          </dd>
        </dl>
        <Qr text={address} label={say('board.qr')} />
      </div>
    </div>
  )
}

/** The address as a picture a phone reads from the wall. */
function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  return (
    <svg class="fm-board__qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <path d={rows.map(darkRuns).join('')} />
    </svg>
  )
}

/** Each run of dark cells of a row as one box: no hair lines between them on paper. */
function darkRuns(row: readonly boolean[], down: number): string {
  const cells = row.map((isDark) => (isDark ? '1' : '0')).join('')
  return [...cells.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index} ${down}h${run.length}v1h-${run.length}z`)
    .join('')
}
