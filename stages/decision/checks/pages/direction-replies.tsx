import { Button, Form, HiddenField, Prose, Radios, StateTag, TextArea } from '../../../../ui/index.ts'
import { groupOf } from '../groups.ts'
import type { Direction, Reply } from '../store.ts'
import type { PackagePageProps } from '../../pages/package-props.ts'
import { Signer } from '../../pages/parts.tsx'

export type DirectionProps = PackagePageProps & { readonly direction: Direction }

/** What a politician or her party group says half way, and what the group that asked says to it. */
export function ReplyPanel(props: DirectionProps & { readonly reply: Reply }) {
  const { reader, say, people, groups, direction, reply, authors, pack, may } = props
  const group = groups.get(direction.body)?.find(({ id }) => id === reply.party)
  return (
    <div class="fm-panel fm-stack fm-stack--3">
      <Signer reader={reader} person={people.get(reply.person)} />
      {reply.party ? (
        <StateTag icon="people" color="info">
          {group ? say('check.for-group', { group: group.name }) : say('check.for-her-group')}
        </StateTag>
      ) : null}
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
      {reply.answer ? (
        <div>
          <h4>{say('check.answer')}</h4>
          <Prose text={reply.answer.text} />
          <p class="fm-mini">
            {say('item.signed', {
              name: authors.get(reply.answer.by)?.name ?? '',
              day: reader.time.day(reply.answer.at),
            })}
          </p>
        </div>
      ) : reply.questions ? (
        <p class="fm-mini">{say(pack ? 'check.never-answered' : 'check.unanswered')}</p>
      ) : null}
      {may.answerReplies && reply.questions && !reply.answer ? <AnswerForm {...props} /> : null}
    </div>
  )
}

function AnswerForm({
  reader,
  say,
  problem,
  people,
  direction: { number },
  reply,
  typed,
  errors,
}: DirectionProps & { readonly reply: Reply }) {
  const person = people.get(reply.person)
  if (!person) return null
  // Several replies have a form of their own: what was typed in one is not shown in the others.
  const mark = `${number}-${person.slug}`
  const isThis = typed['to']?.[0] === mark
  return (
    <Form
      action={reader.to('decision.answer-reply', { problem: problem.slug, number, person: person.slug })}
      label={say('check.answer-to', { name: person.name })}
    >
      <HiddenField name="to" value={mark} />
      <TextArea
        name="text"
        within={mark}
        label={say('check.answer-to', { name: person.name })}
        rows={4}
        maxLength={4000}
        required
        typed={isThis ? typed : {}}
        errors={isThis ? errors : []}
      />
      <Button variant="secondary">{say('check.answer-send')}</Button>
    </Form>
  )
}

export function ReplyForm({ reader, say, problem, direction, groups, typed, errors }: DirectionProps) {
  const id = `reply-${direction.number}`
  const all = groups.get(direction.body) ?? []
  const own = groupOf(all, reader.actor.person)
  const group = all.find((one) => one.id === own)
  const isFree = group !== undefined && !direction.replies.some(({ party }) => party === group.id)
  return (
    <div>
      <h4 id={id}>{say('check.reply')}</h4>
      <Form
        action={reader.to('decision.answer-check', { problem: problem.slug, number: direction.number })}
        labelledBy={id}
      >
        {isFree ? (
          <Radios
            name="as"
            label={say('check.as')}
            help={say('check.as-help')}
            value="self"
            options={[
              { value: 'self', label: say('check.as-self') },
              { value: 'group', label: say('check.as-group', { group: group.name }) },
            ]}
            {...{ typed, errors }}
          />
        ) : null}
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
