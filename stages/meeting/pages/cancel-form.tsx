import { Button, Details, Form, TextArea } from '../../../ui/index.ts'
import type { MeetingPageProps } from './meeting-props.ts'

/** Calls a meeting off, with a reason everybody reads. */
export function CancelForm({ reader, say, problem, meeting, errors, typed }: MeetingPageProps) {
  const isOurs = errors.some((error) => error.field === 'reason')
  return (
    <Details summary={say('cancel.title')} isOpen={isOurs}>
      <Form
        action={reader.to('meeting.cancel', { problem: problem.slug, number: meeting.number })}
        label={say('cancel.title')}
      >
        <TextArea
          name="reason"
          label={say('cancel.reason')}
          help={say('cancel.reason-help')}
          rows={3}
          maxLength={1000}
          required
          typed={isOurs ? typed : {}}
          errors={errors}
        />
        <Button isGrave>{say('cancel.send')}</Button>
      </Form>
    </Details>
  )
}
