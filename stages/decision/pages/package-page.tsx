import {
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  Head,
  Linked,
  PromiseBanner,
  Prose,
  Section,
  StaffNote,
  Said,
} from '../../../ui/index.ts'
import { isAccepted, isAnswered, isProposed } from '../rules.ts'
import { Directions } from '../checks/pages/directions.tsx'
import { PackageClock } from './parts.tsx'
import { Reminders } from './reminders.tsx'
import { Status } from './status.tsx'
import { CloseForm, DatesForm, HandOverForm, StaffNoteForm } from './package-forms.tsx'
import { Votes } from '../voting/pages/votes.tsx'
import { Items } from './package-items.tsx'
import type { HandedOverProps, PackagePageProps } from './package-props.ts'

/** The council's answer: what was handed over, by when it is answered, and how each recommendation stands. */
export function PackagePage(props: PackagePageProps) {
  const { reader, say, errors, pack, problem, items, standings, now, today } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={pack ? standing(props) : say('page.lead-before')}
      >
        {pack ? (
          <>
            <p class="fm-mini">{handedOver(props)}</p>
            {pack.source === null ? <PackageClock {...{ reader, say, pack, now, today, standings }} /> : null}
            {pack.isClosed && items.some((item) => isAccepted(item.answer?.kind)) ? (
              <p>
                <ButtonLink variant="secondary" href={reader.to('delivery.page', { problem: problem.slug })}>
                  {say('page.delivery')}
                </ButtonLink>
              </p>
            ) : null}
          </>
        ) : null}
      </Head>
      {pack ? <HandedOver {...props} pack={pack} /> : <Before {...props} />}
      <Reminders {...props} />
    </>
  )
}

/** How far the answer has come, in one sentence. */
function standing({ reader, say, pack, items }: PackagePageProps): string {
  const count = items.length
  const open = items.filter((item) => !isAnswered(item.answer?.kind)).length
  if (pack?.source && open === count) return say(pack.isClosed ? 'page.told-none' : 'journey.told-open')
  if (pack?.source) return say('page.told', { answered: count - open, count })
  if (pack?.closedAt) return say('page.closed', { count, day: reader.time.day(pack.closedAt) })
  if (open > 0) return say('page.open', { open, count })
  const proposed = items.filter((item) => isProposed(item.answer)).length
  return proposed > 0 ? say('page.proposed', { proposed, count }) : say('page.all-answered', { count })
}

function handedOver({ reader, say, pack, bodyName }: PackagePageProps): string {
  const body = pack?.body ? bodyName(pack.body) : reader.common('unknown')
  return pack?.handedAt
    ? say('page.handed-over', { body, day: reader.time.day(pack.handedAt) })
    : say('page.handed-over-unknown', { body })
}

function Before(props: PackagePageProps) {
  const { reader, say, problem, may } = props
  return (
    <Columns
      main={
        <>
          <Empty
            level={2}
            title={say('page.empty')}
            action={
              <ButtonLink variant="secondary" href={reader.to('draft.page', { problem: problem.slug })}>
                {say('page.read-draft')}
              </ButtonLink>
            }
          >
            {say('page.empty-next')}
          </Empty>
          <Directions {...props} />
        </>
      }
      aside={
        may.handOver ? (
          <HandOverForm {...props} action={reader.to('decision.hand-over', { problem: problem.slug })} />
        ) : (
          <></>
        )
      }
    />
  )
}

function HandedOver(props: HandedOverProps) {
  const { reader, say, pack, problem, may, directions, asked, returned } = props
  const slug = { problem: problem.slug }
  return (
    <Columns
      main={
        <>
          {pack.toldStatus ? <Status reader={reader} say={say} status={pack.toldStatus} /> : null}
          <Items {...props} />
          {returned}
          <Votes {...props} />
          <Notes {...props} />
          {directions.length > 0 ? <Directions {...props} /> : null}
        </>
      }
      aside={
        <>
          <Promise_ {...props} />
          {pack.source === null && pack.meetingOn && pack.returnOn ? (
            <p class="fm-small">
              <a href={reader.to('decision.questions', slug)}>{say('questions.link')}</a>
              <br />
              {say('questions.count', asked)}
            </p>
          ) : null}
          {may.setDates && !pack.isClosed ? (
            <DatesForm {...props} action={reader.to('decision.set-dates', slug)} />
          ) : null}
          {may.chair && !pack.isClosed ? <CloseForm {...props} action={reader.to('decision.close', slug)} /> : null}
          {may.writeNote && !pack.isClosed ? (
            <StaffNoteForm {...props} action={reader.to('decision.write-staff-note', slug)} />
          ) : null}
          {pack.source === null ? (
            <p class="fm-small">
              <a href={reader.to('decision.snapshot', slug)}>{say('page.snapshot')}</a>
            </p>
          ) : (
            <p class="fm-small">
              {reader.common('source')}: <Linked text={pack.source} />
            </p>
          )}
        </>
      }
    />
  )
}

/** What was promised: the rule, and the two days on which authors meet the body. */
function Promise_({ reader, say, pack }: HandedOverProps) {
  const { rule, meetingOn, returnOn } = pack
  if (pack.source !== null) return meetingOn ? <p>{say('rec.met-told', { day: reader.time.day(meetingOn) })}</p> : null
  const missing = say('dates.missing')
  const terms = [
    ...(rule ? [{ term: say('page.rule'), text: say(`rule.${rule.unit}`, { count: rule.count }) }] : []),
    { term: say('page.meeting-on'), text: meetingOn ? reader.time.weekday(meetingOn) : missing },
    { term: say('page.return-on'), text: returnOn ? reader.time.weekday(returnOn) : missing },
  ]
  return <PromiseBanner title={say('page.promise')} terms={terms} isKept={pack.isClosed} />
}

function Notes({ reader, say, notes, authors }: HandedOverProps) {
  if (notes.length === 0) return null
  return (
    <Section id="staff-note" title={say('note.title')} lead={say('note.lead')}>
      {notes.slice(0, 1).map((note) => (
        <StaffNote
          label={say('note.label')}
          by={say('note.by', {
            name: authors.get(note.by)?.name ?? '',
            day: reader.time.day(note.at),
            version: note.version,
          })}
        >
          <Prose text={note.text} />
        </StaffNote>
      ))}
    </Section>
  )
}
