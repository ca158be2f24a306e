import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  Section,
  TextField,
  type Errors,
  type Typed,
  Said,
} from '../../../../ui/index.ts'
import { attendanceWords } from '../messages/words.ts'
import type { Substitute } from '../store.ts'

export type SubstitutesPageProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  /** The reader's own seat has one, or has none; undefined: she has no seat. */
  readonly own: { readonly substitute: Substitute | undefined } | undefined
  /** What the reader was asked to be, with whose seat it is. */
  readonly asked: readonly (Substitute & { readonly seatName: string })[]
  readonly errors: Errors
  readonly typed: Typed
}

/** Who comes when one cannot: named by whose seat it is, and by her own yes. */
export function SubstitutesPage(props: SubstitutesPageProps) {
  const { reader, problem, own, asked, errors } = props
  const say = attendanceWords.say(reader.lang)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('sub.title')}
        lead={say('sub.lead')}
      />
      {asked.map((one) => (
        <Asked {...props} one={one} />
      ))}
      {own ? <OwnSeat {...props} own={own} /> : asked.length === 0 ? <p>{say('sub.no-seat')}</p> : null}
    </>
  )
}

function Asked({
  reader,
  problem,
  one,
}: SubstitutesPageProps & { readonly one: Substitute & { readonly seatName: string } }) {
  const say = attendanceWords.say(reader.lang)
  const isYes = one.acceptedAt !== null
  const title = say(isYes ? 'sub.are' : 'sub.asked', { name: one.seatName })
  return (
    <Section id={`seat-${one.seat}`} title={title} lead={say('sub.rights')}>
      <Form action={reader.to('meeting.answer-substitution', { problem: problem.slug })} label={title} shape="inline">
        <HiddenField name="seat" value={one.seat} />
        {isYes ? null : (
          <Button name="answer" value="yes">
            {say('sub.yes')}
          </Button>
        )}
        <Button name="answer" value="no" variant="secondary">
          {say(isYes ? 'sub.stop' : 'sub.no')}
        </Button>
      </Form>
    </Section>
  )
}

type Own = NonNullable<SubstitutesPageProps['own']>

function OwnSeat({ reader, problem, own, errors, typed }: SubstitutesPageProps & { readonly own: Own }) {
  const say = attendanceWords.say(reader.lang)
  const { substitute } = own
  if (substitute) {
    const words = say(substitute.acceptedAt ? 'sub.yours' : 'sub.yours-asked', { name: substitute.name })
    return (
      <Section id="own" title={say('sub.own')}>
        <Note icon="people">
          <p>{words}</p>
        </Note>
        <Form
          action={reader.to('meeting.answer-substitution', { problem: problem.slug })}
          label={say('sub.end')}
          shape="inline"
        >
          <HiddenField name="seat" value={substitute.seat} />
          <Button name="answer" value="no" variant="secondary">
            {say('sub.end')}
          </Button>
        </Form>
      </Section>
    )
  }
  return (
    <Section id="own" title={say('sub.own')}>
      <Form action={reader.to('meeting.name-substitute', { problem: problem.slug })} labelledBy="own">
        <TextField
          name="email"
          type="email"
          label={say('sub.email')}
          help={say('sub.email-help')}
          maxLength={254}
          required
          typed={typed}
          errors={errors}
        />
        <Button>{say('sub.send')}</Button>
      </Form>
    </Section>
  )
}
