import type { Reader } from '../../../platform/http/index.ts'
import { FigureRow, Linked, Section } from '../../../ui/index.ts'
import type { SayDecision } from '../messages/words.ts'
import type { ToldStatus } from '../store.ts'

export type StatusProps = { readonly reader: Reader; readonly say: SayDecision; readonly status: ToldStatus }

/** Of a told case: how many recommendations stood where on a day, as the source counts them without saying which. */
export function Status({ reader, say, status }: StatusProps) {
  const day = reader.time.day(Temporal.PlainDate.from(status.on))
  return (
    <Section id="status" title={say('status.title', { day })} lead={say('status.lead', { count: status.of })}>
      <FigureRow
        figures={status.counts.map(({ standing, count }) => ({
          number: String(count),
          label: say(`status.${standing}`),
        }))}
      />
      <p class="fm-mini">
        {reader.common('source')}: <Linked text={status.source} />
      </p>
    </Section>
  )
}
