import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import { z } from 'zod'

/** What a browser hands over of a device's answer (WebAuthn level 3, `toJSON`), as far as it is read here. */
const base64url = z.string().regex(/^[\w-]{1,20000}$/)
const outer = { id: base64url, rawId: base64url, type: z.literal('public-key') }

const added = z.object({
  ...outer,
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
})
const signed = z.object({
  ...outer,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

export const readAdded = (text: string) => parsed(added, text)
/**
 * No certificates were asked for, and none are looked at: to check one, the library asks an address the certificate names itself.
 */
export function isWithoutCertificates({ response }: z.infer<typeof added>): boolean {
  try {
    const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(response.attestationObject, 'base64url')))
    return ['none', 'packed'].includes(decoded.get('fmt')) && decoded.get('attStmt').get('x5c') === undefined
  } catch {
    return false // not what a device says
  }
}

export const readSigned = (text: string) => parsed(signed, text)

function parsed<Output extends object>(schema: z.ZodType<Output>, text: string) {
  try {
    const result = schema.safeParse(JSON.parse(text))
    return result.success ? { ...result.data, clientExtensionResults: {} } : undefined
  } catch {
    return undefined // no JSON
  }
}
