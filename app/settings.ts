import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readProviders, type Provider } from '../platform/identity/oidc/index.ts'
import type { StepUp } from './acts-of-weight.ts'
import { isDatabasePlain, isMailPlain } from './plain.ts'
import { redacted } from './redacted.ts'

const schema = z.object({
  PORT: z.coerce.number('PORT is a number, such as 3000').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  FOLKMOOT_ORIGIN: z.url('FOLKMOOT_ORIGIN is the address people use, such as https://folkmoot.example').optional(),
  DATABASE_URL: z.string().startsWith('postgres', 'DATABASE_URL begins with postgres://').optional(),
  FOLKMOOT_DATA: z.string().min(1).optional(),
  SMTP_URL: z.string().startsWith('smtp', 'SMTP_URL begins with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().default('Folkmoot <folkmoot@localhost>'),
  FOLKMOOT_DEMO: z.enum(['on', 'off'], 'FOLKMOOT_DEMO is on or off').optional(),
  FOLKMOOT_HOSTS: z
    .string()
    .regex(
      /^\s*[a-z0-9.-]+(:\d+)?\s*=\s*[a-z0-9-]+\s*(,\s*[a-z0-9.-]+(:\d+)?\s*=\s*[a-z0-9-]+\s*)*$/,
      'FOLKMOOT_HOSTS names hosts and the place each stands for, such as lindhavn.example=lindhavn, region.example=region',
    )
    .optional(),
  FOLKMOOT_PROXY: z.string().optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(?:mailto:|https:\/\/|tel:)[^\s,]+(?:\s*,\s*(?:mailto:|https:\/\/|tel:)[^\s,]+)*$/,
      'SECURITY_CONTACT is where faults are told, such as mailto:security@town.example',
    )
    .optional(),
  OIDC_PROVIDERS: z
    .string()
    .default('[]')
    .transform((json, context): readonly Provider[] => {
      const read = readProviders(json)
      if (read.ok) return read.providers
      for (const message of read.faults) context.addIssue({ code: 'custom', message })
      return z.NEVER
    }),
  STEP_UP_HOURS: z.coerce.number('STEP_UP_HOURS is a number of hours').int().min(1).max(720).default(12),
  STEP_UP_LEVEL: z.enum(['low', 'substantial', 'high'], 'STEP_UP_LEVEL is low, substantial or high').default('low'),
  FOLKMOOT_PLAIN: z.enum(['on', 'off'], 'FOLKMOOT_PLAIN is on or off').default('off'),
  FOLKMOOT_ROLE: z.enum(['both', 'server', 'worker'], 'FOLKMOOT_ROLE is both, server or worker').default('both'),
  LOG_LEVEL: z.enum(['error', 'info', 'debug'], 'LOG_LEVEL is error, info or debug').default('info'),
})

export type Settings = {
  readonly port: number
  readonly host: string
  /** Public origin without a slash at its end; known for sure only once the server listens when it is not set. */
  readonly origin: string | null
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Null: on when the database is new and embedded. */
  readonly demo: boolean | null
  /** Hosts that each stand for one place, with its short name: `lindhavn.example` → `lindhavn`. */
  readonly hosts: ReadonlyMap<string, string>
  /** Proxies on other machines that tell in `X-Forwarded-For` who asks. */
  readonly proxies: readonly string[]
  /** Where those who run this installation want to be told of its faults: `mailto:`, `https:` or `tel:`. */
  readonly securityContacts: readonly string[]
  /** Where people can prove who they are with an electronic identity. */
  readonly eidProviders: readonly Provider[]
  readonly stepUp: StepUp
  readonly role: 'both' | 'server' | 'worker'
  readonly logLevel: 'error' | 'info' | 'debug'
}

/** Reads the environment; `NAME_FILE` names a file that holds the value. Throws one readable message with every fault. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { values, unreadable } = withFiles(environment)
  const result = schema.safeParse(values)
  const faults = result.success
    ? plainFaults(result.data)
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!result.success || faults.length > 0 || unreadable.length > 0) {
    throw new Error(`The settings cannot be used:\n${[...unreadable, ...faults].map((one) => `  ${one}`).join('\n')}`)
  }
  const env = result.data
  return {
    port: env.PORT,
    host: env.HOST,
    origin: env.FOLKMOOT_ORIGIN?.replace(/\/$/, '') ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: env.FOLKMOOT_DATA ?? defaultDataFolder(),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    demo: env.FOLKMOOT_DEMO === undefined ? null : env.FOLKMOOT_DEMO === 'on',
    hosts: new Map(listed(env.FOLKMOOT_HOSTS).map(hostAndPlace)),
    proxies: listed(env.FOLKMOOT_PROXY),
    securityContacts: listed(env.SECURITY_CONTACT),
    eidProviders: env.OIDC_PROVIDERS,
    stepUp: { hours: env.STEP_UP_HOURS, level: env.STEP_UP_LEVEL },
    role: env.FOLKMOOT_ROLE,
    logLevel: env.LOG_LEVEL,
  }
}

/** Connections over a network that hide nothing are an operator's choice, never an accident. */
function plainFaults(env: z.infer<typeof schema>): readonly string[] {
  if (env.FOLKMOOT_PLAIN === 'on') return []
  const but = 'or, where nobody else can listen, set FOLKMOOT_PLAIN=on'
  return [
    ...(env.DATABASE_URL !== undefined && isDatabasePlain(env.DATABASE_URL)
      ? [`DATABASE_URL: the connection would not be encrypted; add sslmode=verify-full, ${but}`]
      : []),
    ...(env.SMTP_URL !== undefined && isMailPlain(env.SMTP_URL)
      ? [`SMTP_URL: mail might go out unencrypted; use smtps:// or add requireTLS=true, ${but}`]
      : []),
  ]
}

function listed(values = ''): readonly string[] {
  return values
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean)
}

/** The settings as anyone may see them. */
export function withoutSecrets(settings: Settings): Readonly<Record<string, string | number | boolean | null>> {
  return {
    ...settings,
    hosts: [...settings.hosts].map((pair) => pair.join('=')).join(', '),
    proxies: settings.proxies.join(', '),
    securityContacts: settings.securityContacts.join(', '),
    eidProviders: settings.eidProviders.map(({ name, issuer }) => `${name} (${issuer})`).join(', '),
    stepUp: `${settings.stepUp.hours} hours, ${settings.stepUp.level}`,
    databaseUrl: settings.databaseUrl && redacted(settings.databaseUrl),
    smtpUrl: settings.smtpUrl && redacted(settings.smtpUrl),
  }
}

/** As the pattern of the setting has it. */
function hostAndPlace(pair: string): readonly [string, string] {
  const [host = '', place = ''] = pair.split('=')
  return [host.trim(), place.trim()]
}

type WithFiles = {
  readonly values: Readonly<Record<string, string | undefined>>
  /** A sentence for each file that could not be read. */
  readonly unreadable: readonly string[]
}

function withFiles(environment: NodeJS.ProcessEnv): WithFiles {
  const values: Record<string, string | undefined> = {}
  const unreadable: string[] = []
  for (const name of Object.keys(schema.shape)) {
    const path = environment[`${name}_FILE`]
    try {
      // An empty variable is one that is not set, as in most deployment tools.
      values[name] = (path ? readFileSync(path, 'utf8').trim() : environment[name]) || undefined
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      unreadable.push(`${name}_FILE: ${isMissing ? `There is no file ${path}.` : `${path} cannot be read.`}`)
    }
  }
  return { values, unreadable }
}

/** Root's embedded server runs as somebody else, who cannot enter a closed home directory. */
function defaultDataFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/folkmoot' : '.data'
}
