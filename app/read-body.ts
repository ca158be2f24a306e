import type { Context } from 'hono'
import { typedForm, type TypedForm } from '../platform/http/index.ts'

/** A form of ours has far fewer letters and fields. Parsing more is work an attacker gets for nothing. */
const mostLetters = 256 * 1024
const mostFields = 500

/** The posted form; undefined when it is no form, or none that a page of ours could send. */
export async function readBody(context: Context): Promise<TypedForm | undefined> {
  const kind = context.req.header('content-type') ?? ''
  if (kind.startsWith('application/x-www-form-urlencoded')) return readPlain(context)
  if (!kind.startsWith('multipart/form-data')) return undefined
  try {
    return typedForm(await context.req.formData())
  } catch {
    return undefined // a body that is not what it says
  }
}

async function readPlain(context: Context): Promise<TypedForm | undefined> {
  if (Number(context.req.header('content-length') ?? 0) > mostLetters) return undefined
  const text = await context.req.text()
  // Counted before it is parsed: the runtime takes a time that grows with the square for fields without a value.
  if (text.length > mostLetters || text.split('&', mostFields + 1).length > mostFields) return undefined
  return typedForm(new URLSearchParams(text))
}
