import { Icon, Table } from '../../../../ui/index.ts'
import { untold, type Limit, type LimitedFeature } from '../limits.ts'
import type { PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import { groupKey } from '../counted.ts'
import type { DrawPageProps } from './props.ts'

/** Every group with its limits, how many applied, and how many were drawn. */
export function LimitsTable(props: DrawPageProps) {
  const { say, placeLang, view } = props
  const { limits, applied, drawnOf } = view
  if (!limits) return null
  const isDrawn = drawnOf !== null && drawnOf.size > 0
  const columns = [
    { label: say('table.who') },
    // Of a draw for free seats it is not kept.
    ...(applied.size > 0 ? [{ label: say('table.applied'), isNumber: true }] : []),
    { label: say('table.limits'), isNumber: true },
    ...(isDrawn
      ? [{ label: say('table.drawn'), isNumber: true }, { label: say('table.seats', { seats: limits.seats }) }]
      : []),
  ]
  const rows = limits.features.flatMap((feature) =>
    feature.values
      .filter((value) => isShown(feature, value, view))
      .map((value) => {
        const key = groupKey(feature.key, value.key)
        const drawn = drawnOf?.get(key)
        return {
          cells: [
            <span lang={placeLang}>{nameOf(feature, value)}</span>,
            ...(applied.size > 0 ? [countWords(props, applied.get(key))] : []),
            value.key === untold ? say('bounds.free') : boundsOf(say, value),
            ...(isDrawn
              ? [
                  drawn === undefined ? say('table.withheld') : <strong>{drawn}</strong>,
                  <>
                    {drawn !== undefined && <Pips limit={value} drawn={drawn} seats={limits.seats} />}
                    <span class="fm-okword">
                      <Icon name="agree" />
                      {say('table.met')}
                    </span>
                  </>,
                ]
              : []),
          ],
        }
      }),
  )
  return <Table caption={say('table.caption')} isCaptionHidden columns={columns} rows={rows} />
}

/** Where everybody is in one group, or nobody in that of those who did not say, there is nothing to tell. */
function isShown(feature: LimitedFeature, value: Limit, { applied }: DrawPageProps['view']): boolean {
  return value.key === untold ? applied.has(groupKey(feature.key, value.key)) : feature.values.length > 1
}

/** "Gender: Women" unless the group says it itself, as it does in a feature of few. */
export function nameOf(feature: LimitedFeature, value: Limit): string {
  return `${feature.name}: ${value.name}`
}

export function boundsOf(say: DrawPageProps['say'], { min, max }: Pick<Limit, 'min' | 'max'>): string {
  return min === max ? say('bounds.just', { min }) : say('bounds.range', { min, max })
}

export function countWords({ say }: Pick<DrawPageProps, 'say'>, count: PublishedCount | undefined): string {
  if (typeof count === 'number') return String(count)
  return say(count === 'withheld' ? 'table.withheld' : 'table.few')
}

/** Beyond this many seats pips say less than the number. */
const mostPips = 40

/** One circle a seat: full is drawn, dashed was still allowed. */
function Pips({ limit, drawn, seats }: { readonly limit: Limit; readonly drawn: number; readonly seats: number }) {
  if (seats > mostPips) return null
  return (
    <span class="fm-seatpips" aria-hidden="true">
      {Array.from({ length: seats }, (_, seat) => (
        <i class={seat < drawn ? 'is-got' : seat < limit.max ? 'is-may' : undefined} />
      ))}
    </span>
  )
}
