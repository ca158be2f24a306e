import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  Details,
  ErrorSummary,
  Form,
  Head,
  List,
  Note,
  PersonChip,
  Prose,
  Section,
  SummaryList,
  TextArea,
  type Errors,
  type SummaryRow,
  type Typed,
} from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { ReportThis } from '../../pages/report-this.tsx'
import type { SayEncounter } from '../messages/words.ts'
import type { Booking, Encounter } from '../store.ts'
import { whenOf } from './lines.ts'

export type EncounterPageProps = {
  readonly reader: Reader
  readonly say: SayEncounter
  readonly zone: string
  readonly encounter: Encounter
  readonly politician: Politician | undefined
  readonly problem: { readonly slug: string; readonly question: string } | undefined
  readonly own: 'booked' | 'waiting' | 'cancelled' | null
  /** Another one with her that has a place. */
  readonly next: Encounter | undefined
  readonly isHers: boolean
  /** Who comes, for her alone. */
  readonly coming: readonly Booking[]
  readonly stone: Tombstone | undefined
  readonly errors: Errors
  readonly typed: Typed
  readonly may: {
    readonly book: boolean
    readonly unbook: boolean
    readonly cancel: boolean
    readonly sayHeard: boolean
  }
}

/** One talk or visit: what it is about, when and where, and whether there is a place. */
export function EncounterPage(props: EncounterPageProps) {
  const { reader, say, zone, encounter, politician, stone, errors } = props
  const kind = say(`kind.${encounter.kind}`)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={politician ? say('eyebrow', { kind, name: politician.name }) : kind}
        title={stone ? kind : encounter.about}
        lead={say('when', { when: whenOf(reader, encounter), zone })}
      >
        {encounter.cancelledAt ? (
          <Note icon="info">
            <p>{say('off', { reason: encounter.cancelReason })}</p>
          </Note>
        ) : null}
      </Head>
      {stone ? <HiddenText reader={reader} stone={stone} /> : null}
      <Columns
        main={
          <>
            {encounter.heard && !stone ? (
              <Section id="heard" title={say('heard.title')}>
                <Prose text={encounter.heard} />
              </Section>
            ) : null}
            <Place {...props} />
            {props.isHers ? <Coming {...props} /> : null}
            {props.may.sayHeard ? <HeardForm {...props} /> : null}
          </>
        }
        aside={<Facts {...props} />}
      />
      {stone ? null : (
        <ReportThis reader={reader} thing={{ kind: 'encounter', id: encounter.id }} about={encounter.about} />
      )}
    </>
  )
}

function Facts({ reader, say, encounter, politician, problem }: EncounterPageProps) {
  const rows: SummaryRow[] = [
    {
      term: say('fact.with'),
      value: politician ? (
        <PersonChip
          name={politician.name}
          role="politician"
          line={reader.common('role.politician')}
          href={reader.to('person', { person: politician.slug })}
          size="s"
        />
      ) : (
        reader.common('unknown')
      ),
    },
    { term: say('fact.place'), value: encounter.place },
    { term: say('fact.seats'), value: say('seats', { seats: encounter.seats, booked: encounter.booked }) },
  ]
  if (encounter.ledBy) rows.push({ term: say('fact.led-by'), value: encounter.ledBy })
  if (encounter.access) rows.push({ term: say('fact.access'), value: <Prose text={encounter.access} size="small" /> })
  if (problem)
    rows.push({
      term: say('fact.case'),
      value: <a href={reader.to('journey', { problem: problem.slug })}>{problem.question}</a>,
    })
  return (
    <Section id="facts" title={say('facts')} size="aside">
      <SummaryList rows={rows} />
    </Section>
  )
}

/** To book, to wait, to take it back; and where else there is a place. */
function Place({ reader, say, encounter, own, next, may, isHers }: EncounterPageProps) {
  const isFull = encounter.booked >= encounter.seats
  const at = { number: encounter.number }
  if (isHers || (!may.book && !may.unbook)) return null
  return (
    <Section id="place" title={say('place.title')}>
      {own === 'booked' ? <p>{say('place.booked')}</p> : null}
      {own === 'waiting' ? <p>{say('place.waiting')}</p> : null}
      {may.book && isFull ? <p>{say('place.full')}</p> : null}
      {may.book && isFull && next ? (
        <p>
          <a href={reader.to('meeting.encounter', { number: next.number })}>
            {say('place.next', { when: whenOf(reader, next) })}
          </a>
        </p>
      ) : null}
      {may.book ? (
        isSignedIn(reader.actor) ? (
          <Form action={reader.to('meeting.book', at)} label={say('place.title')} shape="inline">
            <Button>{say(isFull ? 'place.wait' : 'place.book')}</Button>
          </Form>
        ) : (
          <ButtonLink href={`${reader.to('sign-in')}?next=${encodeURIComponent(reader.to('meeting.encounter', at))}`}>
            {say('place.sign-in')}
          </ButtonLink>
        )
      ) : null}
      {may.unbook ? (
        <Form action={reader.to('meeting.unbook', at)} label={say('place.title')} shape="inline">
          <Button variant="secondary">{say('place.unbook')}</Button>
        </Form>
      ) : null}
      <p class="fm-mini">{say('place.private')}</p>
    </Section>
  )
}

function Coming(props: EncounterPageProps) {
  const { reader, say, encounter, coming, errors, typed, may } = props
  const booked = coming.filter(({ state }) => state === 'booked')
  const waiting = coming.filter(({ state }) => state === 'waiting').length
  return (
    <Section id="coming" title={say('coming-to-you')} lead={say('coming-lead')}>
      {booked.length === 0 ? (
        <p>{say('coming-none')}</p>
      ) : (
        <List isTight items={booked.map(({ name }) => name || reader.common('role.resident'))} />
      )}
      {waiting > 0 ? <p class="fm-small">{say('waiting', { waiting })}</p> : null}
      {may.cancel ? (
        <Details summary={say('cancel.title')} isOpen={errors.some(({ field }) => field === 'reason')}>
          <Form
            action={reader.to('meeting.cancel-encounter', { number: encounter.number })}
            label={say('cancel.title')}
          >
            <TextArea
              name="reason"
              label={say('cancel.reason')}
              rows={2}
              maxLength={1000}
              required
              typed={typed}
              errors={errors}
            />
            <Button isGrave>{say('cancel.send')}</Button>
          </Form>
        </Details>
      ) : null}
    </Section>
  )
}

function HeardForm({ reader, say, encounter, errors, typed }: EncounterPageProps) {
  return (
    <Section id="say-heard" title={say('heard.say')}>
      <Form action={reader.to('meeting.say-heard', { number: encounter.number })} labelledBy="say-heard">
        <TextArea
          name="heard"
          label={say('heard.label')}
          help={say('heard.help')}
          rows={3}
          maxLength={600}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('heard.send')}</Button>
      </Form>
    </Section>
  )
}
