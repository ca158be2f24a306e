/** The door of notices: who follows what, and who is told. */
export { bindAudience, bindBehind, bindCaseNames, everybodyAround } from './around.ts'
export {
  authorCount,
  authorsOf,
  authorsOfEach,
  follow,
  followerCount,
  followersOf,
  isFollowing,
  unfollow,
  type Following,
} from './follow.ts'
export { followedBy, type Followed } from './followed.ts'
export { forgetWords } from './forget-words.ts'
export { mailDigests } from './digest.ts'
export { markRead, noticesOf, unreadAbout, unreadCount, type Notice } from './inbox.ts'
export type { TellSettings } from './mail-text.ts'
export { noticeWords } from './messages/words.ts'
export { accountOfStopLink, stopByLink, stopTokenOf } from './stop-link.ts'
export { tell, tellAround, tellEach, tellThese, type News } from './tell.ts'
export { tellJob } from './tell-job.ts'
export { forgetAccount, takeNameOut } from './forget-account.ts'
export { daysOfNews, forgetOldNotices } from './forget-old.ts'
export { personal as noticesPersonal } from './personal.ts'
