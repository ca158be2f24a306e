import type { Account } from '../../platform/identity/index.ts'

/** Whether she has been at the page that welcomes people: who wants nothing kept of her opinions is not asked again each time. */
export function isIntroduced(account: Pick<Account, 'name' | 'consentedAt'> | undefined): boolean {
  return account !== undefined && (account.name !== '' || account.consentedAt !== null)
}
