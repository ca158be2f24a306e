import { Button, Empty, Form, Note, Prose, Quote, Section, Stack, TextArea } from '../../../ui/index.ts'
import type { Direction, Reply } from '../directions.ts'
import type { PackagePageProps } from './package-props.ts'
import { Signer } from './parts.tsx'

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

function One(props: PackagePageProps & { readonly direction: Direction }) {
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
        <ReplyText {...props} reply={reply} />
      ))}
      {may.reply.has(number) ? <ReplyForm {...props} /> : null}
    </Stack>
  )
}

/** By when the parent body replies, or that it has not. */
function awaited({
  reader,
  say,
  now,
  bodyName,
  direction: { body, dueAt },
}: PackagePageProps & { readonly direction: Direction }) {
  if (dueAt === null) return say('check.no-reply-next')
  const isLate = Temporal.Instant.compare(now, dueAt) > 0
  return say(isLate ? 'check.reply-late' : 'check.reply-by', { body: bodyName(body), day: reader.time.deadline(dueAt) })
}

function ReplyText({ reader, say, people, reply }: PackagePageProps & { readonly reply: Reply }) {
  return (
    <div class="fm-panel fm-stack fm-stack--3">
      <Signer reader={reader} person={people.get(reply.person)} />
      {reply.questions ? (
        <div>
          <h4>{say('check.questions')}</h4>
          <Prose text={reply.questions} />
        </div>
      ) : null}
      {reply.limits ? (
        <div>
          <h4>{say('check.limits')}</h4>
          <Prose text={reply.limits} />
        </div>
      ) : null}
      <p class="fm-mini">{reader.time.day(reply.at)}</p>
    </div>
  )
}

function ReplyForm({
  reader,
  say,
  problem,
  direction,
  typed,
  errors,
}: PackagePageProps & { readonly direction: Direction }) {
  const id = `reply-${direction.number}`
  return (
    <div>
      <h4 id={id}>{say('check.reply')}</h4>
      <Form
        action={reader.to('decision.answer-check', { problem: problem.slug, number: direction.number })}
        labelledBy={id}
      >
        <TextArea name="questions" label={say('check.questions')} rows={4} maxLength={4000} {...{ typed, errors }} />
        <TextArea
          name="limits"
          label={say('check.limits')}
          help={say('check.limits-help')}
          rows={4}
          maxLength={4000}
          {...{ typed, errors }}
        />
        <Button>{say('check.reply-send')}</Button>
      </Form>
    </div>
  )
}
