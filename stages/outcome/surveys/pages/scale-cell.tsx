import type { ShownRound } from '../results.ts'
import { itemsOfScale, scaleSaidOf, type ScaleName } from '../scales.ts'
import { groupWords, spanWords, type Speaking } from '../words.ts'

export type ScaleCellProps = Speaking & { readonly scale: ScaleName; readonly round: ShownRound }

/** The index of a scale in one round, a line for each set of groups. */
export function ScaleCell({ reader, say, scale, round }: ScaleCellProps) {
  const wasAsked = itemsOfScale(scale).every(({ at }) => at.includes(round.moment))
  if (!wasAsked) return <span class="fm-muted">{say('cell.not-asked')}</span>
  if (!round.published) return <span class="fm-muted">{say('cell.waits')}</span>
  const said = scaleSaidOf(scale, round.published)
  if (said.length === 0) return <span class="fm-muted">{say('cell.too-few')}</span>
  return (
    <ul class="fm-plain fm-stack fm-stack--2">
      {said.map((one) => (
        <li>
          <strong class="fm-num">{spanWords({ reader, say }, one.interval)}</strong>{' '}
          <span class="fm-mini">
            {say('scale.of', { groups: groupWords({ reader, say }, one), shown: one.shown, of: one.of })}
          </span>
        </li>
      ))}
    </ul>
  )
}
