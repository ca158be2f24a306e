import type { Context } from 'hono'
import { typedForm, type TypedForm } from '../platform/http/index.ts'

/** A form of ours has far fewer letters and fields. Parsing more is work an attacker gets for nothing. */
const mostLetters = 256 * 1024
/** Whoever is signed in may paste too much: pages she wrote on are not kept by her browser, so the form has to come back with it. */
const mostPasted = 6 * 1024 * 1024
const mostFields = 500

/** The posted form; undefined when it is no form, or none that a page of ours could send. */
export async function readBody(
  context: Context,
  { isSignedIn }: { readonly isSignedIn: boolean },
): Promise<TypedForm | 'too-large' | undefined> {
  const kind = context.req.header('content-type') ?? ''
  const most = isSignedIn ? mostPasted : mostLetters
  if (kind.startsWith('application/x-www-form-urlencoded')) return readPlain(context, most)
  if (!kind.startsWith('multipart/form-data')) return undefined
  return readParts(Buffer.from(await context.req.arrayBuffer()), { kind, most })
}

type Reading = { readonly kind: string; readonly most: number }

/** A form with a picture. A hundred thousand empty parts fit into the size of one, and reading them stops everybody for a second. */
async function readParts(
  bytes: Buffer<ArrayBuffer>,
  { kind, most }: Reading,
): Promise<TypedForm | 'too-large' | undefined> {
  const boundary = /boundary="?([^\s";]{1,70})"?/i.exec(kind)?.[1]
  if (!boundary || countOf(`--${boundary}`, bytes) > mostFields) return undefined
  try {
    const form = await new Response(bytes, { headers: { 'content-type': kind } }).formData()
    const letters = [...form.values()].reduce((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)
    return letters > most ? 'too-large' : typedForm(form)
  } catch {
    return undefined // a body that is not what it says
  }
}

/** How often it occurs, or one more than a form may have fields. */
function countOf(mark: string, bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(mark); at !== -1 && count <= mostFields; at = bytes.indexOf(mark, at + mark.length))
    count += 1
  return count
}

async function readPlain(context: Context, most: number): Promise<TypedForm | 'too-large' | undefined> {
  // A letter that is no ASCII takes six to twelve in such a body.
  if (Number(context.req.header('content-length') ?? 0) > most) return 'too-large'
  const text = await context.req.text()
  // Counted before it is parsed: the runtime takes a time that grows with the square for fields without a value.
  if (text.length > most) return 'too-large'
  if (text.split('&', mostFields + 1).length > mostFields) return undefined
  return typedForm(new URLSearchParams(text))
}
