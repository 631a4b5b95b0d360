import { describe, expect, it } from 'vitest';
import { folderRole } from './folder-roles.ts';
import { mailboxFolder, mailFolderOf } from './mail-folder.ts';

const maildirName = '1700000000.M1P2.host:2,S';

describe('the mail folder that a file lies in', () => {
  it.each([
    ['Maildir++', 'Maildir/.Junk/cur', maildirName, ['Junk']],
    ['Maildir++ in another', 'Mail/ada/.Archive.2019/new', maildirName, ['Archive', '2019']],
    ['Maildir++ of a name beyond ASCII', '.Entw&APw-rfe/cur', maildirName, ['Entwürfe']],
    ['a name with an ampersand', '.Bed &- Breakfast/cur', maildirName, ['Bed & Breakfast']],
    ['the inbox of a Maildir', 'Maildir/cur', maildirName, []],
    ['folders in each other', 'Mail/ada/Trash/2019/cur', maildirName, ['Trash', '2019']],
    ['a folder of one’s own', 'Mail/ada/Choir/cur', maildirName, ['Choir']],
    ['the source itself', 'cur', maildirName, []],
    ['Apple Mail', 'V10/9A/Junk.mbox/7C/Data/1/Messages', '12.emlx', ['Junk']],
    ['Apple Mail, nested', 'V10/9A/Archive.mbox/2019.mbox/7C/Data/Messages', '12.emlx', ['Archive', '2019']],
    ['Thunderbird', 'ImapMail/x/[Gmail].sbd', 'Spam', []],
    ['Thunderbird, nested', 'Mail/Local Folders/Trash.sbd', '2019', ['Trash']],
    ['exported mails', 'Export/Gesendete Elemente', '1.eml', ['Gesendete Elemente']],
    ['an ordinary folder', 'Documents/Choir', '1.eml', []],
    ['an ordinary folder in one called drafts', 'Drafts/Choir', '1.eml', []],
    ['nothing', '', '1.eml', []],
  ])('%s', (_what, folders, name, names) => {
    expect(mailFolderOf(folders === '' ? [] : folders.split('/'), name)).toEqual(names);
  });

  it.each([
    ['Inbox', [], ['Inbox']],
    ['Trash.mbox', [], ['Trash']],
    ['mbox', ['Junk'], ['Junk']],
    ['2019', ['Trash'], ['Trash', '2019']],
  ])('a mailbox called %s in %j', (name, folder, names) => {
    expect(mailboxFolder(folder, name)).toEqual(names);
  });
});

it.each([
  ['Deleted Items', 'deleted'],
  ['Junk-E-Mail', 'junk'],
  ['Entwu\u0308rfe', 'drafts'],
  ['SENT', 'sent'],
  ['Draft contracts', null],
  ['Inbox', null],
])('the folder %s is told by its name', (name, role) => {
  expect(folderRole(name)).toBe(role);
});
