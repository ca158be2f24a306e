import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Radios,
  Section,
  Table,
  TextArea,
  TextField,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import type { Seat } from '../../../arena/index.ts'
import { meetingWords } from '../../messages/words.ts'
import { whenLine } from '../../pages/lines.ts'
import type { Meeting } from '../../store.ts'
import { attendanceWords } from '../messages/words.ts'
import { outcomes, type ReplyAnswer, type Warning } from '../rules.ts'
import type { Contact, Substitute } from '../store.ts'

export type DeskPageProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly next: Meeting | undefined
  readonly seats: readonly (Seat & {
    readonly answer: ReplyAnswer | null
    readonly came: number
    readonly called: number
  })[]
  readonly substitutes: readonly Substitute[]
  readonly contacts: readonly Contact[]
  readonly warnings: readonly Warning[]
  readonly errors: Errors
  readonly typed: Typed
}

/** For those who run the meetings: who is missed, before it is too late, and what came of a word with them. */
export function DeskPage(props: DeskPageProps) {
  const { reader, problem, next, warnings, errors } = props
  const say = attendanceWords.say(reader.lang)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('desk.title')}
        lead={say('desk.lead')}
      />
      <Section id="warnings" title={say('desk.warnings')}>
        {warnings.length === 0 ? (
          <Empty title={say('desk.fine')}>
            <p>{say('desk.fine-next')}</p>
          </Empty>
        ) : (
          <List
            items={warnings.map((warning) => (
              <OneWarning {...props} warning={warning} />
            ))}
          />
        )}
      </Section>
      <Section
        id="seats"
        title={say('desk.seats')}
        lead={next ? whenLine({ reader, say: meetingWords.say(reader.lang), meeting: next }) : say('desk.no-next')}
      >
        <Seats {...props} />
      </Section>
    </>
  )
}

function OneWarning(props: DeskPageProps & { readonly warning: Warning }) {
  const { reader, warning, seats } = props
  const say = attendanceWords.say(reader.lang)
  if (warning.kind === 'few') return <p>{say('warn.few', { coming: warning.coming, of: warning.of })}</p>
  if (warning.kind === 'thin')
    return <p>{say(`warn.thin-${warning.side}`, { coming: warning.coming, of: warning.of })}</p>
  const seat = seats.find(({ id }) => id === warning.seat)
  if (!seat) return null
  return (
    <div class="fm-stack fm-stack--2">
      <p>
        <strong>{say('warn.missed', { name: seat.name, times: warning.times })}</strong>
      </p>
      <AfterContact {...props} seat={seat} />
      <MailForm {...props} seat={seat} />
    </div>
  )
}

type OneSeat = DeskPageProps & { readonly seat: Seat }

/** What came of the last word with her: what helps, or that the seat is free. */
function AfterContact({ reader, problem, seat, contacts, substitutes }: OneSeat) {
  const say = attendanceWords.say(reader.lang)
  const contact = contacts.find((one) => one.seat === seat.id)
  if (!contact) return null
  const day = reader.time.day(contact.at)
  const substitute = substitutes.find((one) => one.seat === seat.id && one.acceptedAt !== null)
  return (
    <>
      <p class="fm-small">
        {say('contact.wrote', { day })} {contact.outcome ? say(`outcome.${contact.outcome}`) : say('contact.waits')}
      </p>
      {contact.outcome === 'leaves' ? (
        <Note icon="info">
          <p>{substitute ? say('leaves.substitute', { name: substitute.name }) : say('leaves.nobody')}</p>
        </Note>
      ) : null}
      {contact.outcome === null ? (
        <Details summary={say('outcome.title', { name: seat.name })}>
          <Form
            action={reader.to('meeting.note-outcome', { problem: problem.slug })}
            label={say('outcome.title', { name: seat.name })}
          >
            <HiddenField name="seat" value={seat.id} />
            <Radios
              name="outcome"
              label={say('outcome.what')}
              help={say('outcome.help')}
              options={outcomes.map((value) => ({ value, label: say(`outcome.${value}`) }))}
              within={seat.id}
              required
            />
            <Button variant="secondary">{say('outcome.send')}</Button>
          </Form>
        </Details>
      ) : null}
    </>
  )
}

function MailForm({ reader, problem, seat, next, errors, typed }: OneSeat) {
  const say = attendanceWords.say(reader.lang)
  const isOurs = errors.length > 0 && typed.seat?.[0] === seat.id
  const kept = isOurs ? { typed, errors } : {}
  const when = next ? whenLine({ reader, say: meetingWords.say(reader.lang), meeting: next }) : say('mail.soon')
  return (
    <Details summary={say('mail.title', { name: seat.name })} isOpen={isOurs}>
      <Form
        action={reader.to('meeting.contact', { problem: problem.slug })}
        label={say('mail.title', { name: seat.name })}
      >
        <HiddenField name="seat" value={seat.id} />
        <TextField
          name="subject"
          label={say('mail.subject')}
          value={say('mail.subject-words', { question: problem.question })}
          maxLength={200}
          within={seat.id}
          required
          {...kept}
        />
        <TextArea
          name="text"
          label={say('mail.text')}
          help={say('mail.help')}
          value={say('mail.words', { name: seat.name, when, sender: reader.actor.name })}
          rows={12}
          maxLength={4000}
          within={seat.id}
          required
          {...kept}
        />
        <Button>{say('mail.send', { name: seat.name })}</Button>
      </Form>
    </Details>
  )
}

function Seats({ reader, seats, substitutes }: DeskPageProps) {
  const say = attendanceWords.say(reader.lang)
  return (
    <Table
      caption={say('desk.seats')}
      isCaptionHidden
      columns={[
        { label: say('column.name') },
        { label: say('column.next') },
        { label: say('column.came'), isNumber: true },
        { label: say('column.substitute') },
      ]}
      rows={seats.map(({ id, name, answer, came, called }) => ({
        cells: [
          name,
          say(answer ? `answer.${answer}` : 'answer.none'),
          say('column.came-of', { came, called }),
          substitutes.find((one) => one.seat === id && one.acceptedAt !== null)?.name ?? '–',
        ],
      }))}
    />
  )
}
