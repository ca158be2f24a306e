// Generated from the migrated database by scripts/generate-schema.mjs; checked for drift. Do not edit.
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Json } from '@folkmoot/basics/json.ts'
import type { ColumnType, Generated } from 'kysely'

export interface Schema {
  'directory.body': DirectoryBody
  'directory.jurisdiction': DirectoryJurisdiction
  'directory.membership': DirectoryMembership
  'directory.person': DirectoryPerson
  'directory.resolution': DirectoryResolution
  'files.file': FilesFile
  'folkmoot.migration': FolkmootMigration
  'folkmoot.setting': FolkmootSetting
  'identity.account': IdentityAccount
  'identity.code': IdentityCode
  'identity.session': IdentitySession
  'identity.staff_role': IdentityStaffRole
  'ledger.event': LedgerEvent
  'ledger.event_secret': LedgerEventSecret
  'mail.outbox': MailOutbox
  'moderation.hidden': ModerationHidden
  'moderation.report': ModerationReport
  'notices.follow': NoticesFollow
  'notices.notice': NoticesNotice
  'thread.link': ThreadLink
}

export interface DirectoryBody {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'body'>
  slug: string
  name: string
  kind: string
  parent_id: Id<'body'> | null
  popolo: ColumnType<Json, string | undefined, string>
  popolo_id: string | null
}

export interface DirectoryJurisdiction {
  id: Id<'jurisdiction'>
  parent_id: Id<'jurisdiction'> | null
  slug: string
  name: string
  level: string
  tagline: Generated<string>
  time_zone: string
  languages: readonly string[]
  holidays: Generated<readonly Temporal.PlainDate[]>
  accent: string | null
  brand: string | null
  words: ColumnType<Json, string | undefined, string>
  offline_route: Generated<string>
  is_fictional: Generated<boolean>
  is_told: Generated<boolean>
  created_at: Generated<Temporal.Instant>
}

export interface DirectoryMembership {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'membership'>
  person_id: Id<'person'>
  body_id: Id<'body'>
  party_id: Id<'body'> | null
  role: Generated<string>
  is_chair: Generated<boolean>
  area: string | null
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  popolo: ColumnType<Json, string | undefined, string>
  popolo_id: string | null
}

export interface DirectoryPerson {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'person'>
  slug: string
  name: string
  popolo: ColumnType<Json, string | undefined, string>
  popolo_id: string | null
}

export interface DirectoryResolution {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'resolution'>
  body_id: Id<'body'>
  about_kind: string
  about_id: string
  motion: string
  decided_on: Temporal.PlainDate | null
  reference: Generated<string>
  votes_for: number | null
  votes_against: number | null
  abstentions: number | null
  is_carried: boolean
  dissent: Generated<string>
  drafted_by: Id<'account'> | null
  drafted_at: Temporal.Instant
  confirmed_by: Id<'account'> | null
  confirmed_at: Temporal.Instant | null
  source: string | null
}

export interface FilesFile {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'file'>
  about_kind: string
  about_id: string
  hash: string
  name: string
  media_type: string
  bytes: number
  alt: Generated<string>
  added_by: Id<'account'> | null
  added_at: Temporal.Instant
}

export interface FolkmootMigration {
  name: string
  checksum: string
  applied_at: Generated<Temporal.Instant>
}

export interface FolkmootSetting {
  key: string
  value: ColumnType<Json, string, string>
}

export interface IdentityAccount {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'account'>
  email: string
  name: Generated<string>
  language: Generated<string>
  person_id: Id<'person'> | null
  tie: string | null
  tie_words: Generated<string>
  organisation: string | null
  interest: Generated<string>
  assurance: Generated<string>
  mail_frequency: Generated<string>
  consented_at: Temporal.Instant | null
  created_at: Generated<Temporal.Instant>
}

export interface IdentityCode {
  jurisdiction_id: Id<'jurisdiction'>
  email: string
  code_hash: Buffer
  tries_left: number
  expires_at: Temporal.Instant
  asked: Generated<number>
  hour_began_at: Temporal.Instant
}

export interface IdentitySession {
  jurisdiction_id: Id<'jurisdiction'>
  token_hash: Buffer
  account_id: Id<'account'>
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
}

export interface IdentityStaffRole {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  role: string
  granted_by: Id<'account'> | null
  starts_at: Generated<Temporal.Instant>
  ends_at: Temporal.Instant | null
}

export interface LedgerEvent {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'event'>
  kind: string
  problem_id: Id<'problem'> | null
  at: Temporal.Instant
  public: ColumnType<Json, string, string>
  commitment: Buffer | null
  leaf_hash: Buffer
  seq: number | null
}

export interface LedgerEventSecret {
  jurisdiction_id: Id<'jurisdiction'>
  event_id: Id<'event'>
  salt: Buffer
  payload: ColumnType<Json, string, string>
}

export interface MailOutbox {
  jurisdiction_id: Id<'jurisdiction'>
  id: string
  recipient: string
  subject: string
  body: string
  at: Generated<Temporal.Instant>
}

export interface ModerationHidden {
  jurisdiction_id: Id<'jurisdiction'>
  about_kind: string
  about_id: string
  rule: string
  reason: string
  hidden_by: Id<'account'>
  hidden_by_role: string
  hidden_at: Temporal.Instant
}

export interface ModerationReport {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'report'>
  about_kind: string
  about_id: string
  reason: string
  reported_by: Id<'account'> | null
  reported_at: Temporal.Instant
  settled_at: Temporal.Instant | null
}

export interface NoticesFollow {
  jurisdiction_id: Id<'jurisdiction'>
  account_id: Id<'account'>
  about_kind: string
  about_id: string
  as_author: Generated<boolean>
  since: Temporal.Instant
}

export interface NoticesNotice {
  jurisdiction_id: Id<'jurisdiction'>
  id: Id<'notice'>
  account_id: Id<'account'>
  stage: string
  message: string
  values: ColumnType<Json, string, string>
  address: string
  params: ColumnType<Json, string, string>
  happening: string
  at: Temporal.Instant
  read_at: Temporal.Instant | null
  mailed_at: Temporal.Instant | null
}

export interface ThreadLink {
  jurisdiction_id: Id<'jurisdiction'>
  from_id: string
  from_kind: string
  relation: string
  to_id: string
  to_kind: string
  at: Temporal.Instant
}
