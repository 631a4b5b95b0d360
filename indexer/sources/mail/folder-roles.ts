/** What mail programs keep a folder for, where it is told by its name. */
export type FolderRole = 'junk' | 'deleted' | 'drafts' | 'sent';

/** Why nobody wants a mail found: the content rule that leaves it out. */
export type MailRule = Exclude<FolderRole, 'sent'>;

/** As Outlook, Gmail, Apple Mail, Thunderbird and large providers name them, in the languages of their common editions. */
const roles: ReadonlyMap<string, FolderRole> = new Map([
  ...named(
    'junk',
    'Junk|Junk Email|Junk E-mail|Junk-E-Mail|Junk Mail|Spam|Spam Mail|Bulk Mail|Bulk|Spamverdacht|Unerwünscht|Unerwünschte Werbung|Courrier indésirable|Indésirables|Pourriel|Correo no deseado|Correo electrónico no deseado|Correo basura|Posta indesiderata|Lixo Eletrônico|Lixo Electrónico|Ongewenste e-mail|Ongewenst|Skräppost|Uønsket mail|Uønsket e-post|Søppelpost|Wiadomości-śmieci|Нежелательная почта|Спам|垃圾邮件|垃圾郵件|迷惑メール',
  ),
  ...named(
    'deleted',
    'Deleted Items|Deleted Messages|Deleted|Trash|Bin|Gelöscht|Gelöschte Elemente|Gelöschte Objekte|Papierkorb|Éléments supprimés|Messages supprimés|Corbeille|Elementos eliminados|Eliminados|Papelera|Posta eliminata|Cestino|Itens Excluídos|Itens Eliminados|Lixeira|Verwijderde items|Prullenbak|Borttaget|Papperskorgen|Slettede elementer|Slettet post|Papirkurv|Elementy usunięte|Kosz|Удаленные|Корзина|已删除邮件|已刪除的郵件|削除済みアイテム|ゴミ箱',
  ),
  ...named(
    'drafts',
    'Drafts|Draft|Entwürfe|Entwurf|Brouillons|Borradores|Bozze|Rascunhos|Concepten|Utkast|Kladder|Wersje robocze|Черновики|草稿|下書き',
  ),
  ...named(
    'sent',
    'Sent|Sent Items|Sent Mail|Sent Messages|Gesendet|Gesendete Elemente|Gesendete Objekte|Éléments envoyés|Messages envoyés|Envoyés|Enviados|Elementos enviados|Posta inviata|Inviati|Itens Enviados|Verzonden|Verzonden items|Skickat|Sendt|Sendt post|Sendte elementer|Wysłane|Elementy wysłane|Отправленные|已发送邮件|已发送|寄件備份|送信済みアイテム|送信済み',
  ),
]);

function named(role: FolderRole, list: string): [string, FolderRole][] {
  return list.split('|').map((name) => [name.toLowerCase(), role]);
}

/** The rule that leaves out what lies in a folder of these names, of which any may say what it is for. */
export function ruleAmong(names: readonly string[]): MailRule | null {
  for (const name of names) {
    const role = folderRole(name);
    if (role !== null && role !== 'sent') return role;
  }
  return null;
}

/** null for a folder of a person's own. */
export function folderRole(name: string): FolderRole | null {
  return roles.get(name.normalize('NFC').trim().toLowerCase()) ?? null;
}
