import { holdsIn, isStaff } from '@folkmoot/basics/actor.ts'
import {
  ButtonLink,
  Columns,
  Empty,
  ErrorSummary,
  FigureRow,
  Head,
  Linked,
  List,
  Note,
  PromiseBanner,
  Prose,
  Row,
  Section,
  Stack,
  StaffNote,
  Said,
} from '../../../ui/index.ts'
import { isAccepted, isAnswered, isProposed } from '../rules.ts'
import type { Item } from '../answer-store.ts'
import type { Package } from '../store.ts'
import { Directions } from '../checks/pages/directions.tsx'
import { AnswerTag, PackageClock } from './parts.tsx'
import { Reminders } from './reminders.tsx'
import { RepeatNote } from './repeat-note.tsx'
import { Status } from './status.tsx'
import { CloseForm, DatesForm, HandOverForm, StaffNoteForm } from './package-forms.tsx'
import { Votes } from '../voting/pages/votes.tsx'
import type { PackagePageProps } from './package-props.ts'

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
  return open === 0 ? say('page.all-answered', { count }) : say('page.open', { open, count })
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

type HandedOverProps = PackagePageProps & { readonly pack: Package }

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

function Items(props: HandedOverProps) {
  const { say, items, repeated } = props
  return (
    <Section id="answers" title={say('page.answers')}>
      {isAllUnknown(props) ? null : <FigureRow figures={figures(props)} />}
      {repeated.size > 0 ? (
        <Note icon="info">{say('repeat.count', { count: repeated.size, all: items.length })}</Note>
      ) : null}
      <List
        items={items.map((item) => (
          <ItemRow {...props} item={item} />
        ))}
      />
    </Section>
  )
}

/** Counts say nothing where no source tells a single answer. */
function isAllUnknown({ pack, items }: HandedOverProps): boolean {
  return pack.source !== null && items.every(({ answer }) => answer === null || answer.kind === 'unknown')
}

/** Parked and unknown count as not answered, and a proposal as no answer yet; in a told case each stands as what it is. */
function figures({ say, pack, items }: HandedOverProps) {
  const count = (holds: (item: Item) => boolean): string => String(items.filter(holds).length)
  const given = (item: Item) => (isProposed(item.answer) ? undefined : item.answer?.kind)
  const proposed = count((item) => isProposed(item.answer))
  return [
    { number: count((item) => isAccepted(given(item))), label: say('figure.accepted') },
    { number: count((item) => given(item) === 'refer'), label: say('figure.referred') },
    { number: count((item) => given(item) === 'reject'), label: say('figure.rejected') },
    ...(proposed === '0' ? [] : [{ number: proposed, label: say('figure.proposed') }]),
    ...(pack.source === null
      ? [{ number: count((item) => !isAnswered(item.answer?.kind)), label: say('figure.open') }]
      : [
          { number: count((item) => item.answer?.kind === 'park'), label: say('figure.parked') },
          {
            number: count((item) => item.answer === null || item.answer.kind === 'unknown'),
            label: say('figure.unknown'),
          },
        ]),
  ]
}

function ItemRow({ reader, say, problem, pack, people, repeated, item }: HandedOverProps & { readonly item: Item }) {
  const { number, title, answer } = item
  const person = answer?.person ? people.get(answer.person) : undefined
  const signed =
    answer && person && answer.answeredAt
      ? say('item.signed', { name: person.name, day: reader.time.day(answer.answeredAt) })
      : null
  const same = repeated.get(number)
  const isHers =
    pack.source === null &&
    pack.body !== null &&
    holdsIn(reader.actor, pack.body, 'politician') &&
    !isStaff(reader.actor)
  const mayAnswer = isHers && !pack.isClosed && pack.meetingOn !== null && pack.returnOn !== null
  return (
    <Stack gap="2">
      <Row isSpread>
        <a href={reader.to('decision.recommendation', { problem: problem.slug, number })}>
          {say('item.title', { number, title })}
        </a>
        <AnswerTag answer={answer} say={say} />
      </Row>
      {answer && answer.kind === 'park' && answer.parkUntil ? (
        <p class="fm-mini">{say('item.parked-until', { day: reader.time.day(answer.parkUntil) })}</p>
      ) : null}
      {answer && answer.kind === 'refer' && answer.referTo ? (
        <p class="fm-mini">
          {answer.referBy
            ? say('item.referred', { to: answer.referTo, day: reader.time.day(answer.referBy) })
            : say('item.referred-unknown', { to: answer.referTo })}
        </p>
      ) : null}
      {signed ? <p class="fm-mini">{signed}</p> : null}
      {mayAnswer && !isAnswered(answer?.kind) ? (
        <p>
          <ButtonLink size="sm" href={reader.to('decision.answering', { problem: problem.slug, number })}>
            {say('rec.answer', { number })}
          </ButtonLink>
        </p>
      ) : null}
      {same ? <RepeatNote {...{ reader, say, problem }} repeats={same} /> : null}
    </Stack>
  )
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
