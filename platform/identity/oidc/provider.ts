import { z } from 'zod'

const level = z.enum(['low', 'substantial', 'high'])

/** How sure a provider of electronic identities can make us. */
export type Level = z.infer<typeof level>

const provider = z.strictObject({
  name: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      'name is small letters, digits and hyphens: it stands in addresses, such as mitid',
    ),
  label: z.string().min(1, 'label is what people know it by, such as MitID').max(40),
  issuer: z
    .url('issuer is the address of the provider, such as https://id.example')
    .refine(isSafe, 'issuer begins with https://'),
  clientId: z.string().min(1),
  /** Without one the provider knows us by PKCE alone. */
  clientSecret: z.string().min(1).optional(),
  /** What each value of `acr` is worth here. What is not named is worth `low`. */
  levels: z.record(z.string().min(1), level).default({}),
})

/** A provider of electronic identities, as whoever runs the installation has configured it. */
export type Provider = z.infer<typeof provider>

const providers = z
  .array(provider)
  .max(10)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'two providers have the same name')
  .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, 'two providers have the same issuer')

export type ReadProviders =
  | { readonly ok: true; readonly providers: readonly Provider[] }
  | { readonly ok: false; readonly faults: readonly string[] }

/** The list as it stands in a setting or its file. Faults never repeat what was written: it may be a secret. */
export function readProviders(json: string): ReadProviders {
  const parsed = parseJson(json)
  if (parsed === undefined) return { ok: false, faults: ['this is no JSON'] }
  const result = providers.safeParse(parsed)
  if (result.success) return { ok: true, providers: result.data }
  const faults = result.error.issues.map(({ path, message }) => [...path.map(String), message].join(' › '))
  return { ok: false, faults }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Plain http only to a provider on this very machine, as in tests. */
function isSafe(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}

export function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** What a proof is worth. A provider that says nothing, or a word we were not told of, proves little. */
export function levelOf({ levels }: Pick<Provider, 'levels'>, acr: unknown): Level {
  return (typeof acr === 'string' && Object.hasOwn(levels, acr) && levels[acr]) || 'low'
}

/** The values of `acr` that are worth at least so much, best first: what a provider is asked for. */
export function worthAtLeast({ levels }: Pick<Provider, 'levels'>, least: Level): readonly string[] {
  return Object.entries(levels)
    .filter(([, worth]) => order.indexOf(worth) >= order.indexOf(least))
    .toSorted(([, a], [, b]) => order.indexOf(b) - order.indexOf(a))
    .map(([acr]) => acr)
}

/** The most this provider can prove. */
export function bestOf({ levels }: Pick<Provider, 'levels'>): Level {
  const worth = Object.values(levels)
  return order.findLast((one) => worth.includes(one)) ?? 'low'
}

const order: readonly Level[] = level.options
