import { Button, Empty, Form, Note, Prose, Quote, Section, Stack, TextArea } from '../../../../ui/index.ts'
import type { PackagePageProps } from '../../pages/package-props.ts'
import { ReplyForm, ReplyPanel, type DirectionProps } from './direction-replies.tsx'

/** Half way: the direction that was sent to the parent body, and the questions and limits that came back. */
export function Directions(props: PackagePageProps) {
  const { reader, say, problem, directions, check, may, typed, errors } = props
  if (directions.length === 0 && !may.send && check === null) return null
  return (
    <Section id="check" title={say('check.title')} lead={say('check.lead')}>
      {directions.map((direction) => (
        <One {...props} direction={direction} />
      ))}
      {check ? <Unsent {...props} check={check} /> : null}
      {may.send ? (
        <Form action={reader.to('decision.check', { problem: problem.slug })} labelledBy="check">
          <TextArea
            name="direction"
            label={say('check.text')}
            help={say('check.help')}
            maxLength={6000}
            required
            {...{ typed, errors }}
          />
          <Button variant={directions.length > 0 ? 'secondary' : 'primary'}>{say('check.send')}</Button>
        </Form>
      ) : null}
    </Section>
  )
}

/** A parent body that does not know yet where the draft is going: until when it should, or since when it should have. */
function Unsent({
  reader: { time },
  say,
  now,
  bodyName,
  check: { body, by },
}: PackagePageProps & { readonly check: NonNullable<PackagePageProps['check']> }) {
  const isLate = Temporal.Instant.compare(now, by) > 0
  return (
    <Note icon={isLate ? 'clock' : 'info'}>
      {say(isLate ? 'check.unsent' : 'check.due', { body: bodyName(body), day: time.day(by) })}
    </Note>
  )
}

function One(props: DirectionProps) {
  const { reader, say, direction, bodyName, authors, may } = props
  const { number, text, body, sentBy, sentAt, replies } = direction
  const by = say('check.sent', {
    name: authors.get(sentBy)?.name ?? '',
    body: bodyName(body),
    day: reader.time.day(sentAt),
  })
  return (
    <Stack>
      <h3>{say('check.number', { number })}</h3>
      <Quote by={by}>
        <Prose text={text} />
      </Quote>
      {replies.length === 0 ? (
        <Empty title={say('check.no-reply')} level={4}>
          {awaited(props)}
        </Empty>
      ) : null}
      {replies.map((reply) => (
        <ReplyPanel {...props} reply={reply} />
      ))}
      <Unheard {...props} />
      {may.reply.has(number) ? <ReplyForm {...props} /> : null}
    </Stack>
  )
}

/** By when the parent body replies, or that it has not. */
function awaited({ reader, say, now, bodyName, direction: { body, dueAt } }: DirectionProps) {
  if (dueAt === null) return say('check.no-reply-next')
  const isLate = Temporal.Instant.compare(now, dueAt) > 0
  return say(isLate ? 'check.reply-late' : 'check.reply-by', { body: bodyName(body), day: reader.time.deadline(dueAt) })
}

/** Which party groups of the body have not said their word. */
function Unheard({ say, groups, direction }: DirectionProps) {
  const silent = (groups.get(direction.body) ?? []).filter(
    ({ id }) => !direction.replies.some(({ party }) => party === id),
  )
  if (silent.length === 0) return null
  return <p class="fm-mini">{say('check.unheard', { groups: silent.map(({ name }) => name).join(', ') })}</p>
}
