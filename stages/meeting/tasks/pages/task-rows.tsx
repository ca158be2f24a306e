import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import { Button, Details, Form, List, Row, StaffLabel, StateTag, TextField, Said } from '../../../../ui/index.ts'
import { HiddenText } from '../../pages/hidden-text.tsx'
import { ReportThis } from '../../pages/report-this.tsx'
import { tasksWords } from '../messages/words.ts'
import type { Task } from '../store.ts'

export type TaskRowsProps = {
  readonly reader: Reader
  readonly problem: { readonly slug: string; readonly language: string }
  readonly tasks: readonly Task[]
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly may: { readonly run: boolean }
}

/** What was agreed to be done: whose it is, by when, and whether it is late. */
export function TaskRows(props: TaskRowsProps) {
  return (
    <List
      isTight
      items={props.tasks.map((task) => (
        <OneTask {...props} task={task} />
      ))}
    />
  )
}

function OneTask({ reader, problem, task, hidden, may }: TaskRowsProps & { readonly task: Task }) {
  const say = tasksWords.say(reader.lang)
  const stone = hidden.get(task.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const isLate = task.doneAt === null && reader.time.daysLeft(task.dueOn) < 0
  const day = reader.time.day(task.dueOn)
  const isMine = task.owner === reader.actor.account
  return (
    <div class="fm-stack fm-stack--2" id={`task-${task.number}`}>
      <Row isSpread>
        <Said lang={problem.language}>{task.what}</Said>
        {task.doneAt ? (
          <StateTag icon="agree" color="success">
            {say('done')}
          </StateTag>
        ) : (
          <StateTag icon={isLate ? 'late' : 'clock'} color={isLate ? 'danger' : 'info'}>
            {reader.time.left(task.dueOn)}
          </StateTag>
        )}
      </Row>
      <p class="fm-mini">
        {say('line', { name: task.ownerName, day })}{' '}
        {task.isStaffOwner ? <StaffLabel>{say('of-staff')}</StaffLabel> : null}
        {task.doneWords ? (
          <>
            {' · '}
            <Said lang={problem.language}>{task.doneWords}</Said>
          </>
        ) : null}
      </p>
      {task.doneAt === null && (isMine || may.run) ? (
        <Details
          summary={
            <>
              {say('finish-open')}
              <span class="fm-vh">: {task.what}</span>
            </>
          }
        >
          <Form
            action={reader.to('meeting.finish-task', { problem: problem.slug, number: task.number })}
            label={say('finish', { what: task.what })}
          >
            <TextField name="words" label={say('finish-words')} maxLength={1000} within={String(task.number)} />
            <Button variant="secondary">{say('finish-send')}</Button>
          </Form>
        </Details>
      ) : null}
      <ReportThis reader={reader} thing={{ kind: 'action', id: task.id }} about={task.what} />
    </div>
  )
}
