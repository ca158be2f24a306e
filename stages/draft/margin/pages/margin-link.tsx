import type { Reader } from '../../../../platform/http/index.ts'
import { TraceChip } from '../../../../ui/index.ts'
import type { MarginCount } from '../amendment-store.ts'
import { marginWords } from '../messages/words.ts'

export type MarginLinkProps = {
  readonly reader: Reader
  readonly href: string
  readonly count: MarginCount | undefined
}

/** What waits in the margin of a clause, where anything does. */
export function MarginLink({ reader, href, count }: MarginLinkProps) {
  if (!count) return null
  const { amendments, remarks } = count
  return (
    <TraceChip href={`${href}#amendments`} icon="edit">
      {marginWords.say(reader.lang)('margin.link', {
        amendments,
        remarks,
        both: amendments > 0 && remarks > 0 ? 'yes' : 'no',
      })}
    </TraceChip>
  )
}
