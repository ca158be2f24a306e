import {
  Button,
  Checkbox,
  DateField,
  Details,
  Form,
  HiddenField,
  List,
  Note,
  Section,
  TextArea,
} from '../../../ui/index.ts'
import { isAnswered } from '../rules.ts'
import type { PackagePageProps } from './package-props.ts'

type FormProps = PackagePageProps & { readonly action: string }

/** The chair of the arena hands over; then the words are frozen and the clock runs. */
export function HandOverForm({ reader, say, problem, handing, typed, errors, action }: FormProps) {
  return (
    <Section id="hand-over" title={say('hand-over.title')} size="mid">
      <p class="fm-small">{say('hand-over.lead')}</p>
      {handing.recommendations.length > 0 ? (
        <List
          isTight
          items={handing.recommendations.map(({ number, title, agreement }) => (
            <>
              <a href={reader.to('draft.recommendation', { problem: problem.slug, number })}>
                {say('item.title', { number, title })}
              </a>
              <span class="fm-mini">{agreement}</span>
            </>
          ))}
        />
      ) : null}
      {handing.dueAt ? (
        <p class="fm-small">
          {say('hand-over.due', { body: handing.body, deadline: reader.time.deadline(handing.dueAt) })}
        </p>
      ) : null}
      {handing.hasUnsavedWords ? (
        <Note icon="info">
          <p>{say('refused.unsaved-words')}</p>
          <p>
            <a href={reader.to('draft.write', { problem: problem.slug })}>{say('hand-over.unsaved')}</a>
          </p>
        </Note>
      ) : null}
      <Form action={action} labelledBy="hand-over">
        <Checkbox name="sure" label={say('hand-over.sure')} required typed={typed} errors={errors} />
        <Button>{say('hand-over.send', { count: handing.recommendations.length })}</Button>
      </Form>
    </Section>
  )
}

/** Asked for as long as a day is missing; then in a fold, for a day that has to move. */
export function DatesForm(props: FormProps) {
  const { say, pack, errors } = props
  const isWrong = errors.some(({ field }) => field === 'meetingOn' || field === 'returnOn')
  if (pack?.meetingOn && pack.returnOn)
    return (
      <Details summary={say('dates.change')} isOpen={isWrong}>
        <DatesFields {...props} />
      </Details>
    )
  return (
    <Section id="dates" title={say('dates.title')} size="mid">
      <p class="fm-small">{say('dates.lead')}</p>
      <DatesFields {...props} />
    </Section>
  )
}

function DatesFields({ say, typed, errors, action, pack }: FormProps) {
  return (
    <Form action={action} label={say('dates.title')}>
      <DateField
        name="meetingOn"
        label={say('dates.meeting')}
        help={say('dates.meeting-help')}
        value={pack?.meetingOn?.toString()}
        required
        {...{ typed, errors }}
      />
      <DateField
        name="returnOn"
        label={say('dates.return')}
        help={say('dates.return-help')}
        value={pack?.returnOn?.toString()}
        required
        {...{ typed, errors }}
      />
      <Button variant="secondary">{say('dates.send')}</Button>
    </Form>
  )
}

/** What is still open, or not carried as it stands, is here by name; only when nothing is can the chair close. */
export function CloseForm({ say, reader, problem, items, action }: FormProps) {
  const open = items.filter((item) => !isAnswered(item.answer?.kind))
  if (open.length > 0) {
    return (
      <Section id="close" title={say('close.title')} size="mid">
        <p class="fm-small">{say('close.open', { count: open.length })}</p>
        <List
          isTight
          items={open.map(({ number, answer }) => (
            <a href={reader.to('decision.answering', { problem: problem.slug, number })}>
              {say(answer?.kind === 'park' ? 'close.item-parked' : 'close.item-unanswered', { number })}
            </a>
          ))}
        />
      </Section>
    )
  }
  const uncarried = items.flatMap(({ number, answer }) =>
    answer && answer.cover !== 'carried' ? [{ number, cover: answer.cover }] : [],
  )
  if (uncarried.length > 0) {
    return (
      <Section id="close" title={say('close.title')} size="mid">
        <p class="fm-small">{say('close.to-vote', { count: uncarried.length })}</p>
        <List
          isTight
          items={uncarried.map(({ number, cover }) => (
            <a href={reader.to('decision.recommendation', { problem: problem.slug, number })}>
              {say(`close.item-${cover}`, { number })}
            </a>
          ))}
        />
      </Section>
    )
  }
  return (
    <Section id="close" title={say('close.title')} size="mid">
      <p class="fm-small">{say('close.lead')}</p>
      <Form action={action} labelledBy="close">
        <Button>{say('close.send', { count: items.length })}</Button>
      </Form>
    </Section>
  )
}

export function StaffNoteForm({ say, typed, errors, action, notes }: FormProps) {
  return (
    <Section id="write-note" title={say('note.write')} size="mid">
      <Form action={action} labelledBy="write-note">
        <TextArea
          name="text"
          label={say('note.text')}
          help={say('note.help')}
          value={notes[0]?.text}
          maxLength={8000}
          required
          {...{ typed, errors }}
        />
        <Button variant="secondary">{say('note.send')}</Button>
      </Form>
    </Section>
  )
}

/** Confirms the record of one vote. */
export function ConfirmForm({
  say,
  action,
  resolution,
  motion,
}: Pick<FormProps, 'say' | 'action'> & { readonly resolution: string; readonly motion: string }) {
  return (
    <Form action={action} shape="inline" label={say('vote.confirm-of', { motion })}>
      <HiddenField name="resolution" value={resolution} />
      <Button size="sm">{say('vote.confirm')}</Button>
    </Form>
  )
}
