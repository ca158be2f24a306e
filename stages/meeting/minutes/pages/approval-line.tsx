import { Button, Form, StateTag } from '../../../../ui/index.ts'
import type { MeetingPageProps } from '../../pages/meeting-props.ts'
import { minutesWords } from '../messages/words.ts'

/** Whether the group has approved these minutes, and in which meeting. */
export function ApprovalLine({ reader, problem, meeting, items, approval, may }: MeetingPageProps) {
  const say = minutesWords.say(reader.lang)
  if (meeting.source !== null || items.every(({ minutesAt }) => minutesAt === null)) return null
  if (approval)
    return (
      <p>
        <StateTag icon="agree" color="success">
          {say('approved', { meeting: approval.approvedIn })}
        </StateTag>
      </p>
    )
  return (
    <div class="fm-stack fm-stack--2">
      <p>
        <StateTag icon="clock" color="neutral">
          {say('not-approved')}
        </StateTag>
      </p>
      {may.approve ? (
        <Form
          action={reader.to('meeting.approve-minutes', { problem: problem.slug, number: meeting.number })}
          label={say('approve')}
        >
          <p class="fm-small">{say('approve-help')}</p>
          <Button variant="secondary">{say('approve')}</Button>
        </Form>
      ) : null}
    </div>
  )
}
