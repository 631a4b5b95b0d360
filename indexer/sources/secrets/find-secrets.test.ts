import { describe, expect, it } from 'vitest';
import { findSecrets } from './find-secrets.ts';

async function withheldFrom(text: string): Promise<string[]> {
  return (await findSecrets(text)).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
}

/** Forms of the makers with made-up contents, in pieces so that no scanner takes this file for a leak. */
const made = {
  github: `gh${'p_'}Zq81mWx0Yt37LdKc5RvNb29HgFs4JuPaEo6i`,
  aws: `AKI${'A'}J7Q2M5XTLWR4VBNC`,
  stripe: `sk_${'live'}_9dKq2mXvT7wLzR4bYc8NfHpA`,
  slack: `xox${'b'}-204811736502-710385529164-QmZtRkWvXyLpNcBd`,
  jwt: `ey${'J'}hbGciOiJub25lIn0.ey${'J'}zdWIiOiJtZSIsImlhdCI6MX0.c2lnbmF0dXJlLW9mLW5vYm9keQ`,
  key: `-----BEGIN EC ${'PRIVATE'} KEY-----\nMHcCAQEEIBvQx7mE2yTz0WkJdLr5nPaUoGhS9cFq3iXeNtYb8KdVoAoGCCqGSM49\nAwEHoUQDQgAE\n-----END EC ${'PRIVATE'} KEY-----`,
};

describe('tokens and keys are known by their form', () => {
  it.each([
    [`pushed with ${made.github} yesterday`, `access token: ${made.github}`],
    [`id ${made.aws}, region west`, `access token: ${made.aws}`],
    [`(${made.stripe})`, `access token: ${made.stripe}`],
    [made.slack, `access token: ${made.slack}`],
    [`Authorization: Bearer ${made.jwt}`, `access token: ${made.jwt}`],
    [`the key:\n${made.key}\nthanks`, `private key: ${made.key}`],
    [
      'otpauth://totp/x?secret=KRUGKIDROVUWG2ZA',
      'authenticator secret: otpauth://totp/x?secret=KRUGKIDROVUWG2ZA',
    ],
    ['see https://mara:Quince88@files.example/x', 'password: Quince88'],
    ['DSN=mysql://app:tR33house@db:3306/shop', 'password: tR33house'],
    ['WIFI:T:WPA;S:Attic;P:plum-cake-77;;', 'password: plum-cake-77'],
  ])('%s', async (text, found) => expect(await withheldFrom(text)).toEqual([found]));

  it('a key whose end is cut off goes to its last line', async () => {
    const cut = made.key.slice(0, made.key.indexOf('\n-----END'));
    expect(await withheldFrom(`${cut}\n\nSee you on Friday at the harbour.`)).toEqual([
      `private key: ${cut}`,
    ]);
  });

  it('a text that shows the first line of a key holds none', async () => {
    expect(await withheldFrom(`A key begins with -----BEGIN ${'PRIVATE'} KEY----- and then base64.`)).toEqual(
      [],
    );
  });
});

describe('numbers are known by their check digits', () => {
  it.each([
    ['Card 4111 1111 1111 1111, 08/31', 'card number: 4111 1111 1111 1111'],
    ['378282246310005', 'card number: 378282246310005'],
    ['to DE89 3704 0044 0532 0130 00, please', 'IBAN: DE89 3704 0044 0532 0130 00'],
    ['gb82west12345698765432', 'IBAN: gb82west12345698765432'],
    ['her social security number is 219-09-9999', 'social security number: 219-09-9999'],
  ])('%s', async (text, found) => expect(await withheldFrom(text)).toEqual([found]));

  it.each([
    '4111 1111 1111 1112',
    'DE88 3704 0044 0532 0130 00',
    'ISBN 978-0-306-40615-7, EAN 9780306406157',
    'Order 302-8834201-5519237 and tracking 1Z999AA10123456784',
    'Tel. +49 221 4711 0815 or 0171-5550199',
    'f3a9c0de4b1e77d2a6c5b8901234567890abcdef Fix the gate',
    'meter 41111111, 2024-11-30 12:45:10, 50.9375, 6.9603',
    '123e4567-e89b-12d3-a456-426614174000',
    '1111 2222 3333 4444 5555 6666',
    'Case 219-09-9999',
  ])('%s stays', async (text) => expect(await withheldFrom(text)).toEqual([]));
});

const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

describe('seed phrases are known by their checksum', () => {
  it.each([
    phrase,
    phrase.toUpperCase(),
    phrase.replaceAll(' ', '\n'),
    phrase
      .split(' ')
      .map((word, index) => `${index + 1}. ${word}`)
      .join('\n'),
    'abaco abaco abaco abaco abaco abaco abaco abaco abaco abaco abaco abete',
  ])('%j', async (words) =>
    expect(await withheldFrom(`Keep this:\n${words}\n`)).toEqual([
      `seed phrase: ${words.replace('1. ', '')}`,
    ]),
  );

  it('finds one behind words of the same list', async () => {
    expect(await withheldFrom(`wallet seed phrase ${phrase}`)).toEqual([`seed phrase: ${phrase}`]);
  });

  it.each([
    phrase.replace('yellow', 'zebra'),
    'The quick old farmer went about his work while seven small children were playing under trees',
  ])('%s stays', async (text) => expect(await withheldFrom(text)).toEqual([]));
});

describe('passwords are known by what stands beside them', () => {
  it.each([
    ['The password for the cabin is Teal-Otter-19.', 'Teal-Otter-19'],
    ['the new passphrase is still "blue moon over oslo"', 'blue moon over oslo'],
    ['Das Passwort vom Drucker lautet Birne77!, bitte merken', 'Birne77!'],
    ['Kennwort: geranie (für alle)', 'geranie'],
    ['Le mot de passe du wifi est cerise42', 'cerise42'],
    ['la contraseña nueva es Nube_2024', 'Nube_2024'],
    ['A senha do portal é Mar9azul', 'Mar9azul'],
    ['La password di casa è Lago.di.81', 'Lago.di.81'],
    ['Wachtwoord: fiets-1953', 'fiets-1953'],
    ['Пароль: Ромашка77', 'Ромашка77'],
    ['パスワード：sakura2025', 'sakura2025'],
    ['Log in with Mango#4477 as the password', 'Mango#4477'],
    ['user: mara\npassword: sunflower', 'sunflower'],
    ['Password:\nhunter22x', 'hunter22x'],
    ['export SMTP_PASS="k9mZ!qq"', 'k9mZ!qq'],
    ['{"user":"a","password":"x9-rabbit"}', 'x9-rabbit'],
    ['Server=db;User Id=sa;Password=Gr4phite;Encrypt=yes', 'Gr4phite'],
    ['WLAN-Schlüssel: 8841 oder Sonnenblume9', ''],
    ['Wi-Fi: Attic / key plumtree4410', 'plumtree4410'],
    ['Password: correct horse battery staple', 'correct horse battery staple'],
  ])('%s', async (text, secret) =>
    expect(await withheldFrom(text)).toEqual(secret === '' ? [] : [`password: ${secret}`]),
  );

  it.each([
    ['My pin is 4471', '4471'],
    ['PIN for the blue card: 9082', '9082'],
    ['Der Türcode ist 2580#', '2580#'],
    ['Alarm code 771204, then enter', '771204'],
    ['código de la puerta: 6612', '6612'],
    ['CVC 331', '331'],
  ])('%s', async (text, pin) => expect(await withheldFrom(text)).toEqual([`PIN: ${pin}`]));

  it.each([
    ['API_KEY=b7Qm2xV9tLw4Rz8K', 'b7Qm2xV9tLw4Rz8K'],
    ['client_secret: "Zt5-Kq8wXv2nRy7mPd"', 'Zt5-Kq8wXv2nRy7mPd'],
    ['https://x.example/cb?access_token=d8Fk2Lm9Qx7Zt4&lang=en', 'd8Fk2Lm9Qx7Zt4'],
  ])('%s', async (text, token) => expect(await withheldFrom(text)).toEqual([`access token: ${token}`]));

  it('recovery codes below their heading', async () => {
    const text =
      'Backup codes, each works once:\n1. 4821-9903\n2. kx7p-m2wq\n3. 55120937\n\nPrinted in May 2024.';
    expect(await withheldFrom(text)).toEqual(
      ['4821-9903', 'kx7p-m2wq', '55120937'].map((code) => `recovery code: ${code}`),
    );
  });

  it('the column of a table, and no other', async () => {
    const text = '| Site | User | Password |\n| Bank | mara | tulip |\n| Club | joe | Rose9 |\n\nThe end.';
    expect(await withheldFrom(text)).toEqual(['password: tulip', 'password: Rose9']);
    expect(await withheldFrom('site;login;pin\nbank;mara;4410\n')).toEqual(['password: 4410']);
  });
});

describe('talk of passwords stays', () => {
  it.each([
    'Your password is too short: use at least 12 characters.',
    'The password is the same as before, and the PIN is sent by post.',
    'Password: required. Passwort vergessen? Mot de passe oublié ?',
    'Passwords expire after 90 days; the password policy is in section 4.2.',
    'password: <your password>, token: $(pass show x), Password: ********',
    'password = getpass.getpass("Password: ")',
    'const token = request.headers["x-token"]; if (pin.length !== 4) return;',
    'The secret of good bread is time. The key is under the mat.',
    'Never share your recovery codes, backup codes or PIN with anyone.',
    'Enter username, password, and press return.',
    'I passed the pin to the board; the mountain pass is 2100 m high.',
    '5. In Password, enter your password.\n6. Then, under General, select Update.',
    'error code 4042, area code 0221, postal code 50667',
  ])('%s', async (text) => expect(await withheldFrom(text)).toEqual([]));
});

describe('hostile text', () => {
  it.each([
    'a',
    'password ',
    'password:',
    'a,password\n',
    '-----BEGIN PRIVATE KEY-----',
    'eyJ',
    '://',
    '1-',
    'legal ',
    '"a,',
  ])(
    'a long run of %j ends soon',
    async (unit) => {
      // Seconds where time grew with the square of the length; it is linear, so it takes no time at all.
      await findSecrets(unit.repeat(Math.ceil(200_000 / unit.length)));
    },
    5_000,
  );

  it('one word of ten megabytes that begins as a token is looked through', async () => {
    expect(await findSecrets(`eyJ${'a'.repeat(10_000_000)}.b`)).toEqual([]);
  });
});
