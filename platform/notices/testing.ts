import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { Database } from '../db/index.ts'
import { setPreferences } from '../identity/index.ts'
import type { Town, Townsperson } from '../identity/testing.ts'
import type { Job } from '../jobs/index.ts'
import type { Mail } from '../mail/index.ts'
import { follow, noticesOf, tell, tellJob, type Notice } from './index.ts'

/** People of a town who follow things and hear of them, with the jobs worked off where a test says so. */
export function hearing(database: Database, town: Town) {
  const idOf = (name: Townsperson): Id<'account'> => {
    const { account } = town.people[name]
    if (!account) throw new Error(`${name} has no account`)
    return account
  }
  const jobs = async (queue: string): Promise<readonly Job[]> => {
    const { rows } = await database.queueSql('select data from pgboss.job where name = $1', [queue])
    return (rows as { data: Job }[]).map(({ data }) => data)
  }
  const work = tellJob({
    origin: () => 'https://folkmoot.example',
    say: (stage, lang) => (message, values) => `${lang} ${stage} ${message} ${values?.question}`,
  })
  return {
    idOf,
    jobs,
    work,
    mails: async () => (await jobs('mail.send')) as unknown as readonly Mail[], // written by `post`
    runJobs: async () => {
      for (const job of await jobs('notices.tell')) await work(database, job)
      await database.queueSql("delete from pgboss.job where name = 'notices.tell'")
    },
    tellOf: (about: Thing, except: Id<'account'> | null = null): Promise<void> =>
      database.transact(town.place.id, null, (tx) => tell(tx, newsOf(about, except))),
    follows: (name: Townsperson, about: Thing, asAuthor = false): Promise<void> =>
      database.transact(town.place.id, null, (tx) => follow(tx, { account: idOf(name), about, asAuthor })),
    prefers: (name: Townsperson, language: string, mailFrequency: 'at-once' | 'digest' | 'never'): Promise<void> =>
      database.transact(town.place.id, null, (tx) => setPreferences(tx, idOf(name), { name, language, mailFrequency })),
    noticesTo: (name: Townsperson): Promise<readonly Notice[]> => noticesOf(database.read(town.place.id), idOf(name)),
  }
}

export function newsOf(about: Thing, except: Id<'account'> | null = null) {
  return {
    about,
    except,
    stage: 'decision',
    message: 'told.answered',
    values: { question: 'Lights?' },
    address: 'decision.page',
    params: { problem: 'harbour' },
  } as const
}

export function aThing(kind: 'idea' | 'clause' | 'recommendation' | 'answer' = 'idea'): Thing {
  return { kind, id: newId(kind) }
}
