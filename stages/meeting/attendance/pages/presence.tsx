import type { MeetingPageProps } from '../../pages/meeting-props.ts'
import { Button, Form, List, People, Radios, Section, type Person } from '../../../../ui/index.ts'
import { attendanceWords } from '../messages/words.ts'
import { replies } from '../rules.ts'
import type { Attendee } from '../store.ts'

/** Who is called and says that she comes; later who came, politicians and citizens alike. Why not is nobody's business. */
export function Presence(props: MeetingPageProps) {
  const { reader, meeting, attendees } = props
  const say = attendanceWords.say(reader.lang)
  if (meeting.attendanceAt === null) return <Called {...props} />
  const came = attendees.filter((attendee) => attendee.isPresent)
  const away = attendees.filter((attendee) => !attendee.isPresent)
  return (
    <Section
      id="presence"
      title={say('title-held')}
      size="aside"
      lead={say('count', { came: came.length, of: attendees.length })}
    >
      <People isColumn people={came.map((attendee) => personOf(attendee, props))} />
      {away.length > 0 ? (
        <p class="fm-mini">{say('away', { names: away.map(({ name }) => name).join(', ') })}</p>
      ) : null}
    </Section>
  )
}

function personOf({ person, name, standIn }: Attendee, { reader }: MeetingPageProps): Person {
  const role = person === null ? 'member' : 'politician'
  const line = reader.common(`role.${role}`)
  if (!standIn) return { name, role, line }
  return { name: standIn.name, role, line: attendanceWords.say(reader.lang)('in-place-of', { name }) }
}

function Called(props: MeetingPageProps) {
  const { reader, meeting, seatCount, replies: said, may, own } = props
  const say = attendanceWords.say(reader.lang)
  if (meeting.source !== null)
    return (
      <Section id="presence" title={say('title')} size="aside">
        <p class="fm-small fm-muted">{reader.common('unknown')}</p>
      </Section>
    )
  const counts = Object.fromEntries(
    replies.map((answer) => [answer, said.filter((one) => one.answer === answer).length]),
  ) as Record<(typeof replies)[number], number> // one key for each answer there is
  const coming = counts.coming + counts.substitute
  return (
    <Section id="presence" title={say('title')} size="aside">
      <p class="fm-small">{say('not-yet', { seats: seatCount })}</p>
      {said.length > 0 ? (
        <p class="fm-small">
          {say('said', { coming, away: counts['not-coming'], silent: Math.max(0, seatCount - said.length) })}
        </p>
      ) : null}
      {own ? <SayForm {...props} own={own} /> : null}
      <List
        isTight
        items={[
          ...(own
            ? [<a href={reader.to('meeting.substitutes', { problem: props.problem.slug })}>{say('to-substitutes')}</a>]
            : []),
          ...(may.run
            ? [<a href={reader.to('meeting.attendance', { problem: props.problem.slug })}>{say('to-desk')}</a>]
            : []),
        ]}
      />
    </Section>
  )
}

type Own = NonNullable<MeetingPageProps['own']>

function SayForm({ reader, problem, meeting, own, errors, typed }: MeetingPageProps & { readonly own: Own }) {
  const say = attendanceWords.say(reader.lang)
  const isOurs = errors.some(({ field }) => field === 'answer')
  return (
    <Form
      action={reader.to('meeting.say-coming', { problem: problem.slug, number: meeting.number })}
      label={say('say.title')}
    >
      <Radios
        name="answer"
        label={say('say.title')}
        help={say('say.help')}
        value={own.answer ?? ''}
        options={replies
          .filter((answer) => answer !== 'substitute' || own.substitute !== null)
          .map((answer) => ({ value: answer, label: say(`say.${answer}`, { name: own.substitute ?? '' }) }))}
        required
        {...(isOurs ? { typed, errors } : {})}
      />
      <Button variant="secondary">{say('say.send')}</Button>
    </Form>
  )
}
