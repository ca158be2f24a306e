/** The door of notices: who follows what, and who is told. */
export { follow, followerCount, isFollowing, unfollow, type Following } from './follow.ts'
export { followedBy, type Followed } from './followed.ts'
export { mailDigests } from './digest.ts'
export { markRead, noticesOf, unreadCount, type Notice } from './inbox.ts'
export type { TellSettings } from './mail-text.ts'
export { noticeWords } from './messages/words.ts'
export { tell, type News } from './tell.ts'
export { tellJob } from './tell-job.ts'
