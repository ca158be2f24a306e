import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById } from '../../problem/index.ts'
import { tasksWords } from './messages/words.ts'
import { openTasksBy } from './store.ts'

/** What this person has taken on: on her desk until it is done. */
export async function tasksWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const { account } = visit.actor
  if (account === null) return []
  const say = tasksWords.say(visit.lang)
  const tasks = await openTasksBy(visit.read, account)
  const [problems, hidden] = await Promise.all([
    problemsById(visit.read, [...new Set(tasks.map(({ problem }) => problem))]),
    hiddenAmong(
      visit.read,
      tasks.map(({ id }) => id),
    ),
  ])
  return tasks.flatMap((task) => {
    const problem = problems.find(({ id }) => id === task.problem)
    if (!problem || hidden.has(task.id)) return []
    const page = visit.to('meeting.page', { problem: problem.slug, number: task.meetingNumber })
    return [
      {
        due: task.dueAt,
        title: task.what,
        detail: problem.question,
        act: { text: say('waiting.look'), href: `${page}#task-${task.number}` },
      },
    ]
  })
}
