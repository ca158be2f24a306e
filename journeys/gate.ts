import type { Person } from './person.ts'

const asked = ['citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits']

/** A politician answers the five questions before a mandate; `no` names the one she answers with no. */
export async function answerGate(politician: Person, at: string, no: string | null = null): Promise<void> {
  await politician.goTo(`${at}/mandate/gate`)
  const words = asked.flatMap((question) => [
    [`answer-${question}`, question === no ? 'no' : 'yes'],
    [`reason-${question}`, question === no ? 'Nobody has set hours aside.' : 'Yes, we asked.'],
  ])
  await politician.send('Put my five answers on record', Object.fromEntries(words))
}
