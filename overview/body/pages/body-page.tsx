import type { Seat } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { Columns, Empty, Head, List, Note, OweList, People, Section, Small } from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { ByDay } from '../by-day.ts'
import type { SayBody } from '../messages/words.ts'

export type DebtLine = {
  readonly due: Temporal.Instant
  readonly title: string
  readonly href: string
  /** In which case, and who promised it. */
  readonly line: string
}

export type LeftLine = { readonly text: string; readonly href: string; readonly line: string }

export type BodyPageProps = {
  readonly reader: Reader
  readonly say: SayBody
  readonly now: Temporal.Instant
  readonly name: string
  readonly isTold: boolean
  readonly debts: ByDay<DebtLine>
  /** There is more of some kind than is listed. */
  readonly isMore: boolean
  readonly most: number
  readonly leftCases: readonly LeftLine[]
  readonly leftQuestions: readonly LeftLine[]
  /** By name, as those who left. */
  readonly members: readonly Seat[]
  readonly gone: readonly Seat[]
  readonly newChair: Seat | undefined
}

/** What a body owes by day, whoever sits in it: what a new mayor reads first. */
export function BodyPage(props: BodyPageProps) {
  const { reader, say, name, isTold, debts, newChair } = props
  const count = debts.late.length + debts.soon.length + debts.later.length
  return (
    <>
      <Head
        eyebrow={isTold ? undefined : say('stays')}
        title={isTold ? name : say('title', { body: name })}
        lead={isTold ? undefined : say('lead', { count, late: debts.late.length })}
      />
      <Columns
        main={
          <>
            {newChair?.startsOn ? (
              <Note icon="info">
                <p>{say('new-chair', { name: newChair.name, day: reader.time.day(newChair.startsOn) })}</p>
              </Note>
            ) : null}
            {isTold ? null : <Debts {...props} />}
            <Left id="left-cases" lines={props.leftCases} title={say('left-cases')} lead={say('left-cases-lead')} />
            <Left
              id="left-questions"
              lines={props.leftQuestions}
              title={say('left-questions')}
              lead={say('left-questions-lead')}
            />
          </>
        }
        aside={<Seats {...props} />}
      />
    </>
  )
}

function Debts({ reader, say, now, debts, isMore, most }: BodyPageProps) {
  const groups = (['late', 'soon', 'later'] as const).filter((group) => debts[group].length > 0)
  if (groups.length === 0)
    return (
      <Empty level={2} title={say('none')}>
        {say('none-text')}
      </Empty>
    )
  return (
    <>
      {groups.map((group) => (
        <Section id={`owed-${group}`} title={say(group)}>
          <OweList
            items={debts[group].map(({ due, ...one }) => ({
              ...one,
              clock: <DueClock due={due} now={now} time={reader.time} common={reader.common} />,
            }))}
          />
        </Section>
      ))}
      {isMore ? <Small>{say('most', { most })}</Small> : null}
    </>
  )
}

type LeftProps = {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly lines: readonly LeftLine[]
}

function Left({ id, title, lead, lines }: LeftProps) {
  if (lines.length === 0) return null
  return (
    <Section id={id} title={title} lead={lead}>
      <List
        items={lines.map(({ text, href, line }) => (
          <>
            <a href={href}>{text}</a>
            <Small>{line}</Small>
          </>
        ))}
      />
    </Section>
  )
}

function Seats({ reader, say, members, gone }: BodyPageProps) {
  const person = ({ name, slug }: Seat, line: string) => ({
    name,
    role: 'politician' as const,
    line,
    href: reader.to('person', { person: slug }),
  })
  return (
    <>
      <Section id="members" title={say('members')} size="aside">
        {members.length === 0 ? <p class="fm-small fm-muted">{say('members-none')}</p> : null}
        <People
          isColumn
          people={members.map((seat) => {
            const since = seat.startsOn ? say('since', { day: reader.time.day(seat.startsOn) }) : ''
            return person(seat, [seat.role, seat.party ?? say('no-party'), since].filter(Boolean).join(' · '))
          })}
        />
      </Section>
      {gone.length === 0 ? null : (
        <Section id="gone" title={say('gone')} size="aside">
          <People
            isColumn
            people={gone.map((seat) =>
              person(seat, say('gone-line', { role: seat.role, day: seat.endsOn ? reader.time.day(seat.endsOn) : '' })),
            )}
          />
        </Section>
      )}
    </>
  )
}
