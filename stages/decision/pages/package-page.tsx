import {
  Columns,
  Empty,
  ErrorSummary,
  FigureRow,
  Head,
  List,
  Note,
  PromiseBanner,
  Prose,
  Row,
  Section,
  Stack,
  StaffNote,
} from '../../../ui/index.ts'
import { isAccepted, isAnswered } from '../rules.ts'
import type { Item, Package } from '../store.ts'
import { Directions } from './directions.tsx'
import { AnswerTag, PackageClock } from './parts.tsx'
import { CloseForm, DatesForm, HandOverForm, StaffNoteForm } from './package-forms.tsx'
import { Votes } from './votes.tsx'
import type { PackagePageProps } from './package-props.ts'

/** The council's answer: what was handed over, by when it is answered, and how each recommendation stands. */
export function PackagePage(props: PackagePageProps) {
  const { reader, say, errors, pack } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={eyebrow(props)} title={say('page.title')} lead={pack ? undefined : say('page.lead-before')} />
      {pack ? <HandedOver {...props} pack={pack} /> : <Before {...props} />}
    </>
  )
}

function eyebrow({ reader, say, pack, bodyName }: PackagePageProps): string {
  if (!pack) return say('page.not-yet')
  const body = pack.body ? bodyName(pack.body) : reader.common('unknown')
  return pack.handedAt
    ? say('page.handed-over', { body, day: reader.time.day(pack.handedAt) })
    : say('page.handed-over-unknown', { body })
}

function Before(props: PackagePageProps) {
  const { reader, say, problem, may } = props
  return (
    <Columns
      main={
        <>
          <Empty level={2} title={say('page.empty')}>
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
  const { reader, say, pack, problem, may, directions } = props
  const slug = { problem: problem.slug }
  return (
    <Columns
      main={
        <>
          <Items {...props} />
          <Votes {...props} />
          <Notes {...props} />
          {directions.length > 0 ? <Directions {...props} /> : null}
        </>
      }
      aside={
        <>
          <Promise_ {...props} />
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
              {reader.common('source')}: {pack.source}
            </p>
          )}
        </>
      }
    />
  )
}

/** What was promised: the clock with its rule, and the two days on which authors meet the body. */
function Promise_({ reader, now, say, pack }: HandedOverProps) {
  const { rule, meetingOn, returnOn } = pack
  const missing = pack.source === null ? say('dates.missing') : reader.common('unknown')
  const terms = [
    ...(rule ? [{ term: say('page.rule'), text: say(`rule.${rule.unit}`, { count: rule.count }) }] : []),
    { term: say('page.meeting-on'), text: meetingOn ? reader.time.weekday(meetingOn) : missing },
    { term: say('page.return-on'), text: returnOn ? reader.time.weekday(returnOn) : missing },
  ]
  return (
    <PromiseBanner
      title={say('page.promise')}
      clocks={<PackageClock reader={reader} say={say} pack={pack} now={now} />}
      terms={terms}
      isKept={pack.isClosed}
    />
  )
}

function Items(props: HandedOverProps) {
  const { say, items } = props
  return (
    <Section id="answers" title={say('page.answers')}>
      <FigureRow figures={figures(props)} />
      <List
        items={items.map((item) => (
          <ItemRow {...props} item={item} />
        ))}
      />
    </Section>
  )
}

/** Parked and unknown count as not answered. */
function figures({ say, items }: HandedOverProps) {
  const count = (holds: (item: Item) => boolean): string => String(items.filter(holds).length)
  return [
    { number: count((item) => isAnswered(item.answer?.kind)), label: say('figure.answered') },
    { number: count((item) => isAccepted(item.answer?.kind)), label: say('figure.accepted') },
    { number: count((item) => item.answer?.kind === 'reject'), label: say('figure.rejected') },
    { number: count((item) => !isAnswered(item.answer?.kind)), label: say('figure.open') },
  ]
}

function ItemRow({ reader, say, problem, people, repeated, item }: HandedOverProps & { readonly item: Item }) {
  const { number, title, answer } = item
  const person = answer?.person ? people.get(answer.person) : undefined
  const signed =
    answer && person && answer.answeredAt
      ? say('item.signed', { name: person.name, day: reader.time.day(answer.answeredAt) })
      : null
  const same = repeated.get(number)
  return (
    <Stack gap="2">
      <Row isSpread>
        <a href={reader.to('decision.recommendation', { problem: problem.slug, number })}>
          {say('item.title', { number, title })}
        </a>
        <AnswerTag kind={answer?.kind} say={say} />
      </Row>
      {answer && answer.kind === 'park' && answer.parkUntil ? (
        <p class="fm-mini">{say('item.parked-until', { day: reader.time.day(answer.parkUntil) })}</p>
      ) : null}
      {signed ? <p class="fm-mini">{signed}</p> : null}
      {same ? <Note icon="info">{say('item.repeated', { numbers: same.join(', ') })}</Note> : null}
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
