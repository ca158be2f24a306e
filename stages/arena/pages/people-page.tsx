import type { Id } from '@folkmoot/basics/ids.ts'
import { Columns, Empty, ErrorSummary, Head, Section, Table, Said } from '../../../ui/index.ts'
import { groupsWords } from '../groups/messages/words.ts'
import { RingsSection } from '../groups/pages/rings.tsx'
import { seatsToDraw } from '../lottery/offered.ts'
import { LettersLink } from '../letters/pages/letters-link.tsx'
import { RecordsLink } from '../by-staff/pages/records-link.tsx'
import { LookedFor } from '../appeals/pages/looked-for.tsx'
import { ForgettingNote } from '../forgetting/pages/forgetting-note.tsx'
import { Call, fewestShown } from './call.tsx'
import { FreeSeats } from './free-seats.tsx'
import { FormingSteps } from './forming-steps.tsx'
import { LeaderForms } from './leader-forms.tsx'
import { MissingList } from './missing-list.tsx'
import { compositionWords } from '../composition/messages/words.ts'
import { keptWords } from '../composition/pages/kept-words.ts'
import type { PeoplePageProps } from './props.ts'
import { ServingSection } from '../staffing/pages/serving-section.tsx'
import { RuleList } from './rule-list.tsx'
import { Seats } from './seats.tsx'

/** Who sits at the table, why, who is missing, and how to ask for a seat. */
export function PeoplePage(props: PeoplePageProps) {
  const { say, reader, problem, arena, rings, errors, may } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      />
      <Call {...props} />
      <LookedFor reader={reader} slug={problem.slug} appeals={props.lookedFor} />
      <Columns
        main={
          <>
            {may.readApplications ? <FormingSteps {...props} /> : null}
            {arena.call ? <LettersLink reader={reader} slug={problem.slug} /> : null}
            {arena.call ? <RecordsLink reader={reader} slug={problem.slug} /> : null}
            {arena.isMandateAdopted ? (
              <RingsSection {...{ reader, rings }} say={groupsWords.say(reader.lang)} slug={problem.slug} />
            ) : null}
            {arena.seats.length === 0 ? (
              <Empty
                title={say('page.none')}
                level={2}
                action={
                  arena.isMandateAdopted ? undefined : (
                    <a class="fm-link" href={reader.to('mandate.page', { problem: problem.slug })}>
                      {say('page.to-mandate')}
                    </a>
                  )
                }
              >
                <p>{say(noneYet(arena))}</p>
              </Empty>
            ) : (
              <Seats {...props} />
            )}
            <FreeSeats {...props} />
            {arena.rule.profiles.length > 0 ? <Profiles {...props} /> : null}
            {seatsToDraw(arena.rule) > 0 ? (
              <p>
                <a class="fm-link" href={reader.to('arena.lottery', { problem: problem.slug })}>
                  {say('page.draw')}
                </a>
              </p>
            ) : null}
            {arena.isConfirmed ? (
              <p>
                <a class="fm-link" href={reader.to('journey.take-up', { problem: problem.slug })}>
                  {say('page.take-up')}
                </a>
              </p>
            ) : null}
            {may.reframe ? (
              <p>
                <a class="fm-link" href={reader.to('arena.framings', { problem: problem.slug })}>
                  {say('page.reframe')}
                </a>
              </p>
            ) : null}
            {may.leave ? (
              <p>
                <a class="fm-link" href={reader.to('arena.leaving', { problem: problem.slug })}>
                  {say('page.leave')}
                </a>
              </p>
            ) : null}
            {may.lead || may.fill ? <LeaderForms {...props} /> : null}
          </>
        }
        aside={
          <>
            <RuleList {...props} />
            <ServingSection reader={reader} slug={problem.slug} serving={props.serving} />
            <MissingList {...props} />
            <ForgettingNote reader={reader} forgetting={props.forgetting} />
          </>
        }
      />
    </>
  )
}

/** Why nobody sits yet, and how that changes. */
function noneYet({ call, rule, isMandateAdopted }: PeoplePageProps['arena']) {
  if (!call) return isMandateAdopted ? 'page.none-yet' : 'page.none-next'
  const isByLot = rule.profiles.length > 0 && rule.profiles.every(({ wanted, drawn }) => wanted === drawn)
  return isByLot ? 'page.none-drawn' : 'page.none-chosen'
}

function Profiles({ say, reader, arena, appliedFor, affected }: PeoplePageProps) {
  const sayKept = compositionWords.say(reader.lang)
  const applied = (id: Id<'profile'>): string => {
    const count = appliedFor.get(id)?.length ?? 0
    return count > 0 && count < fewestShown ? say('page.fewer-than-five') : String(count)
  }
  return (
    <Section id="profiles" title={say('page.profiles')}>
      <Table
        caption={say('page.profiles')}
        isCaptionHidden
        columns={[
          { label: say('page.profile') },
          { label: say('page.wanted'), isNumber: true },
          { label: say('page.seated'), isNumber: true },
          { label: say('page.applied'), isNumber: true },
        ]}
        rows={arena.rule.profiles.map(({ id, name, wanted, ...kept }) => ({
          cells: [
            <>
              {name} <span class="fm-mini">{keptWords(sayKept, kept, affected)}</span>
            </>,
            wanted === null ? reader.common('unknown') : String(wanted),
            String(arena.seats.filter((seat) => seat.profile === id).length),
            applied(id),
          ],
        }))}
      />
    </Section>
  )
}
