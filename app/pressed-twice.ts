import { createHash } from 'node:crypto'
import type { Reply, TypedForm } from '../platform/http/index.ts'

/**
 * A form pressed twice is sent twice, and would raise a problem twice. The second time gets the response of the first:
 * the same form, by the same session, with nothing sent in between, within seconds.
 * Kept by this process alone; what may never happen twice at all is guarded by the database.
 */
export type PressedTwice = (press: Press, act: () => Promise<Reply>) => Promise<Reply>

export type Press = { readonly session: string; readonly path: string; readonly form: TypedForm }

type Last = { readonly form: string; readonly at: number; readonly reply: Promise<Reply> }

const millisecondsApart = 5_000

export function openPressedTwice(): PressedTwice {
  const lastOf = new Map<string, Last>()
  return (press, act) => {
    const now = performance.now()
    forget(lastOf, now)
    const form = hashOf(press)
    const last = lastOf.get(press.session)
    if (last?.form === form) return last.reply
    const reply = act()
    lastOf.delete(press.session) // to the end: the oldest comes first
    lastOf.set(press.session, { form, at: now, reply })
    const takeBack = (): void => {
      if (lastOf.get(press.session)?.reply === reply) lastOf.delete(press.session)
    }
    // What was refused may be tried again at once: something may have changed.
    reply.then(({ kind }) => {
      if (kind !== 'redirect') takeBack()
    }, takeBack)
    return reply
  }
}

function forget(lastOf: Map<string, Last>, now: number): void {
  for (const [session, { at }] of lastOf) {
    if (now - at < millisecondsApart) return
    lastOf.delete(session)
  }
}

function hashOf({ path, form }: Press): string {
  const files = Object.entries(form.files).map(([name, file]) => [name, file.name, file.size, file.lastModified])
  return createHash('sha256')
    .update(JSON.stringify([path, form.typed, files]))
    .digest('base64')
}
