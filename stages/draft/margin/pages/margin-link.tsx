import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { TraceChip } from '../../../../ui/index.ts'
import type { AgreementKind } from '../../rules.ts'
import type { MarginCount } from '../amendment-store.ts'
import { marginWords } from '../messages/words.ts'
import { PollTag } from './poll-tag.tsx'

/** What the margins of a text hold, by clause, and whether the reader may say something there. */
export type Margins = {
  readonly counts: ReadonlyMap<Id<'clause'>, MarginCount>
  readonly polls: ReadonlyMap<Id<'clause'>, AgreementKind>
  readonly mayAct: boolean
}

export type MarginLinkProps = {
  readonly reader: Reader
  readonly margins: Margins
  readonly clause: Id<'clause'>
  /** "3.1", for those who hear the link alone. */
  readonly number: string
  /** The page of the clause. */
  readonly href: string
}

/** In the margin of a clause: where agreement stands, what waits, and the way to say something oneself. */
export function MarginLink({ reader, margins, clause, number, href }: MarginLinkProps) {
  const say = marginWords.say(reader.lang)
  const agreement = margins.polls.get(clause)
  const count = margins.counts.get(clause)
  return (
    <>
      {agreement ? <PollTag reader={reader} agreement={agreement} /> : null}
      {count ? (
        <TraceChip href={`${href}#${count.amendments > 0 ? 'amendments' : 'remarks'}`} icon="edit">
          {say('margin.link', {
            amendments: count.amendments,
            remarks: count.remarks,
            both: count.amendments > 0 && count.remarks > 0 ? 'yes' : 'no',
          })}
        </TraceChip>
      ) : margins.mayAct ? (
        <a class="fm-mini" href={`${href}#amendments`}>
          {say('margin.act')}
          <span class="fm-vh"> {say('margin.of', { number })}</span>
        </a>
      ) : null}
    </>
  )
}
