import type { Awareness } from 'y-protocols/awareness'
import { fill, type LiveWords } from './words.ts'

/** As the server tells it: the browser of somebody else has no say in it. */
export type Somebody = { readonly name: string; readonly as: string }

export type PeopleParts = {
  readonly awareness: Awareness
  readonly line: HTMLElement
  readonly spoken: HTMLElement
  readonly words: LiveWords
}

/** Who else writes: seen always, and said politely when somebody comes or goes. */
export function showPeople({ awareness, line, spoken, words }: PeopleParts): void {
  let here = new Map<number, Somebody>()
  const nameOf = ({ name, as }: Somebody): string => (as === 'staff' ? `${name} (${words.staff})` : name)
  const show = (): void => {
    const now = othersIn(awareness)
    const names = [...new Set([...now.values()].map(nameOf))]
    line.textContent = names.length === 0 ? words.alone : fill(words.writing, { name: listed(names) })
    const came = [...now].filter(([client]) => !here.has(client)).map(([, somebody]) => nameOf(somebody))
    const went = [...here].filter(([client]) => !now.has(client)).map(([, somebody]) => nameOf(somebody))
    here = now
    const said = [
      ...(came.length === 0 ? [] : [fill(words.joined, { name: listed(came) })]),
      ...(went.length === 0 ? [] : [fill(words.left, { name: listed(went) })]),
    ]
    if (said.length > 0) spoken.textContent = said.join(' ')
  }
  awareness.on('change', show)
  show()
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(document.documentElement.lang).format(names)
}

function othersIn(awareness: Awareness): Map<number, Somebody> {
  const others = new Map<number, Somebody>()
  for (const [client, state] of awareness.getStates()) {
    const user: unknown = state['user']
    if (client !== awareness.clientID && isSomebody(user)) others.set(client, user)
  }
  return others
}

function isSomebody(user: unknown): user is Somebody {
  return typeof user === 'object' && user !== null && 'name' in user && typeof user.name === 'string' && 'as' in user
}
