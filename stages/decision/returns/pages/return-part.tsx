import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, Note, Prose, Section, SummaryList } from '../../../../ui/index.ts'
import type { Item } from '../../answers/store.ts'
import { Signer } from '../../pages/parts.tsx'
import type { Package } from '../../store.ts'
import type { SayReturn } from '../messages/words.ts'
import type { ReturnReport } from '../store.ts'

export type ReturnPartProps = {
  readonly reader: Reader
  readonly say: SayReturn
  readonly slug: string
  readonly pack: Package
  readonly items: readonly Item[]
  readonly report: ReturnReport | undefined
  readonly became: ReadonlyMap<Id<'recommendation'>, string>
  readonly person: Politician | undefined
  readonly mayReport: boolean
}

/** What the body said when it came back to its answer; once the day has passed, that it has said nothing. */
export function ReturnPart({ reader, say, slug, pack, items, report, became, person, mayReport }: ReturnPartProps) {
  const isLate = pack.source === null && pack.returnOn !== null && reader.time.daysLeft(pack.returnOn) < 0
  if (!report && !isLate && !mayReport) return null
  const of = items.filter(({ recommendation }) => became.has(recommendation))
  return (
    <Section
      id="return"
      title={say('part.title')}
      lead={report ? say('part.held', { day: reader.time.day(report.heldOn) }) : undefined}
    >
      {report ? (
        <>
          <Prose text={report.words} />
          {of.length > 0 ? (
            <div class="fm-stack fm-stack--2">
              <h3>{say('part.items')}</h3>
              <SummaryList
                rows={of.map(({ number, title, recommendation }) => ({
                  term: (
                    <a
                      href={reader.to('decision.recommendation', { problem: slug, number })}
                    >{`${number}. ${title}`}</a>
                  ),
                  value: <Prose text={became.get(recommendation) ?? ''} />,
                }))}
              />
            </div>
          ) : null}
          <Signer reader={reader} person={person} />
          <p class="fm-mini">{reader.time.day(report.at)}</p>
        </>
      ) : null}
      {!report && isLate && pack.returnOn ? (
        <Note icon="clock">{say('part.none', { day: reader.time.day(pack.returnOn) })}</Note>
      ) : null}
      {mayReport ? (
        <p>
          <ButtonLink href={reader.to('decision.returning', { problem: slug })}>{say('part.write')}</ButtonLink>
        </p>
      ) : null}
    </Section>
  )
}
