// Invented speech in many languages, and the bytes that it has in the encodings of their old text files.

export interface OldText {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly sentences: readonly string[];
}

const western = ['windows-1252', 'iso-8859-15', 'macintosh'];
const central = ['windows-1250', 'iso-8859-2'];

export const oldTexts: readonly OldText[] = [
  {
    language: 'Polish',
    encodings: central,
    sentences: [
      'Mieszkam tutaj od trzydziestu lat i znam prawie wszystkich sąsiadów.',
      'Kiedy przyszła powódź, ludzie sami zaczęli nosić worki z piaskiem.',
      'Nikt nie czekał, aż przyjedzie ktoś z urzędu.',
      'Potem długo siedzieliśmy przy ognisku i śpiewaliśmy.',
      'Myślę, że właśnie wtedy naprawdę się poznaliśmy.',
      'Dziś młodzi wyjeżdżają, a dom obok stoi pusty już drugą zimę.',
      'Jeśli ktoś potrzebuje pomocy, to wie, gdzie może zapukać.',
      'Źle się dzieje, gdy człowiek nie zna nawet imienia swojego sąsiada.',
    ],
  },
  {
    language: 'Czech',
    encodings: central,
    sentences: [
      'Bydlíme tady už dvacet let a známe skoro všechny sousedy.',
      'Když přišla povodeň, lidé si začali pomáhat sami od sebe.',
      'Nikdo nečekal, až přijede někdo z úřadu.',
      'Večer jsme seděli u ohně a zpívali jsme až do rána.',
      'Myslím, že právě tehdy jsme se opravdu poznali.',
      'Mladí dnes odcházejí do města a dům vedle nás je prázdný.',
      'Když někdo potřebuje pomoc, ví, kam má přijít.',
      'Horší je, že se už lidé na ulici ani nepozdraví.',
    ],
  },
  {
    language: 'Hungarian',
    encodings: central,
    sentences: [
      'Harminc éve lakom itt, és szinte minden szomszédot ismerek.',
      'Amikor jött az árvíz, az emberek maguktól kezdtek segíteni.',
      'Senki sem várta meg, hogy valaki jöjjön a hivatalból.',
      'Este a tűz körül ültünk, és sokáig énekeltünk.',
      'Azt hiszem, akkor ismertük meg egymást igazán.',
      'A fiatalok ma már elköltöznek, és a szomszéd ház üresen áll.',
      'Ha valakinek segítség kell, tudja, hová kell bekopognia.',
      'Az idősebbek közül többen is azt mondták, hogy félnek egyedül.',
    ],
  },
  {
    language: 'German',
    encodings: western,
    sentences: [
      'Ich wohne seit über dreißig Jahren in dieser Straße und kenne fast alle.',
      'Als das Hochwasser kam, haben die Leute einfach angefangen zu helfen.',
      'Niemand hat darauf gewartet, dass jemand vom Amt kommt.',
      'Abends saßen wir am Feuer und haben bis spät gesungen.',
      'Ich glaube, damals haben wir uns erst richtig kennengelernt.',
      'Die Jüngeren ziehen heute weg, und das Haus nebenan steht leer.',
      'Wer Hilfe braucht, weiß genau, wo er klingeln kann.',
      'Früher hätte das niemand für möglich gehalten, das muss ich schon sagen.',
    ],
  },
  {
    language: 'French',
    encodings: western,
    sentences: [
      "J'habite ici depuis trente ans et je connais presque tout le monde.",
      "Quand l'eau est montée, les gens ont commencé à s'aider d'eux-mêmes.",
      "Personne n'a attendu que quelqu'un vienne de la mairie.",
      'Le soir, nous étions assis près du feu et nous avons chanté très tard.',
      "Je crois que c'est à ce moment-là que nous nous sommes vraiment rencontrés.",
      'Les jeunes s’en vont, et la maison d’à côté reste vide depuis deux hivers.',
      "Celui qui a besoin d'aide sait où il peut frapper.",
      'Ça m’a beaucoup touché, parce que je ne m’y attendais pas du tout.',
    ],
  },
  {
    language: 'Spanish',
    encodings: western,
    sentences: [
      'Vivo aquí desde hace treinta años y conozco a casi todos los vecinos.',
      'Cuando llegó la inundación, la gente empezó a ayudarse sin que nadie lo pidiera.',
      'Nadie esperó a que viniera alguien del ayuntamiento.',
      'Por la noche nos sentamos junto al fuego y cantamos hasta muy tarde.',
      'Creo que fue entonces cuando nos conocimos de verdad.',
      '¿Y los jóvenes? Se marchan a la ciudad y la casa de al lado está vacía.',
      'Quien necesita ayuda sabe dónde puede llamar.',
      'Mi señora decía que aquello nos enseñó más que cualquier reunión.',
    ],
  },
  {
    language: 'Portuguese',
    encodings: western,
    sentences: [
      'Moro aqui há trinta anos e conheço quase todos os vizinhos.',
      'Quando a água subiu, as pessoas começaram a ajudar-se sem ninguém pedir.',
      'Ninguém esperou que viesse alguém da câmara.',
      'À noite ficámos sentados ao pé do fogo e cantámos até muito tarde.',
      'Acho que foi nessa altura que nos conhecemos de verdade.',
      'Os jovens vão-se embora e a casa ao lado está vazia há dois invernos.',
      'Quem precisa de ajuda sabe onde pode bater à porta.',
      'As reuniões eram longas, mas as decisões não ficavam no papel.',
    ],
  },
  {
    language: 'Italian',
    encodings: western,
    sentences: [
      'Abito qui da trent’anni e conosco quasi tutti i vicini.',
      "Quando è arrivata l'acqua, la gente ha cominciato ad aiutarsi da sola.",
      'Nessuno ha aspettato che venisse qualcuno dal comune.',
      'La sera stavamo seduti vicino al fuoco e abbiamo cantato fino a tardi.',
      'Credo che sia stato allora che ci siamo conosciuti davvero.',
      'I giovani se ne vanno in città e la casa accanto è vuota da due inverni.',
      'Chi ha bisogno di aiuto sa dove può bussare.',
      'Perché nessuno ci chiede mai che cosa ne pensiamo? Così non si può andare avanti.',
    ],
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    sentences: [
      'Otuz yıldır burada oturuyorum ve komşuların çoğunu tanıyorum.',
      'Sel geldiğinde insanlar kendiliğinden yardım etmeye başladı.',
      'Hiç kimse belediyeden birinin gelmesini beklemedi.',
      'Akşamları ateşin başında oturup geç saatlere kadar şarkı söyledik.',
      'Sanırım birbirimizi gerçekten o zaman tanıdık.',
      'Gençler artık şehre gidiyor, yandaki ev iki kıştır boş duruyor.',
      'Yardıma ihtiyacı olan, hangi kapıyı çalacağını bilir.',
      'İnsan böyle günlerde kimin dost olduğunu anlıyor.',
    ],
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'],
    sentences: [
      'Я живу здесь уже тридцать лет и знаю почти всех соседей.',
      'Когда пришло наводнение, люди сами начали помогать друг другу.',
      'Никто не ждал, пока приедет кто-нибудь из города.',
      'Вечером мы сидели у костра и пели до поздней ночи.',
      'Думаю, именно тогда мы по-настоящему познакомились.',
      'Молодые теперь уезжают, и дом рядом стоит пустой.',
      'Если кому-то нужна помощь, он знает, куда постучать.',
      'Раньше объявления вешали на столб, и этого хватало.',
    ],
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic'],
    sentences: [
      'Я живу тут уже тридцять років і знаю майже всіх сусідів.',
      'Коли прийшла повінь, люди самі почали допомагати одне одному.',
      'Ніхто не чекав, поки приїде хтось із міста.',
      'Увечері ми сиділи біля вогню і співали до пізньої ночі.',
      'Думаю, саме тоді ми справді познайомилися.',
      'Молоді тепер їдуть до міста, і хата поруч стоїть порожня.',
      'Якщо комусь потрібна допомога, він знає, куди постукати.',
      'Її двері завжди були відчинені, навіть уночі.',
    ],
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'iso-8859-7'],
    sentences: [
      'Μένω εδώ τριάντα χρόνια και ξέρω σχεδόν όλους τους γείτονες.',
      'Όταν ήρθε η πλημμύρα, οι άνθρωποι άρχισαν να βοηθούν μόνοι τους.',
      'Κανείς δεν περίμενε να έρθει κάποιος από τον δήμο.',
      'Το βράδυ καθόμασταν γύρω από τη φωτιά και τραγουδούσαμε ως αργά.',
      'Νομίζω ότι τότε γνωριστήκαμε πραγματικά.',
      'Οι νέοι φεύγουν τώρα για την πόλη και το διπλανό σπίτι μένει άδειο.',
      'Όποιος χρειάζεται βοήθεια ξέρει πού να χτυπήσει.',
      'Άλλοι λένε πως αυτά πέρασαν, εγώ όμως δεν τα ξεχνώ.',
    ],
  },
  {
    language: 'Vietnamese',
    encodings: ['windows-1258'],
    sentences: [
      'Tôi sống ở đây đã ba mươi năm và biết gần hết hàng xóm.',
      'Khi nước lũ về, mọi người tự giúp đỡ lẫn nhau.',
      'Không ai chờ người của ủy ban đến.',
      'Buổi tối chúng tôi ngồi quanh bếp lửa và hát đến khuya.',
      'Tôi nghĩ lúc ấy chúng tôi mới thật sự quen nhau.',
      'Bây giờ lớp trẻ lên thành phố, căn nhà bên cạnh bỏ trống.',
      'Ai cần giúp thì biết phải gõ cửa nhà nào.',
      'Những ngày như thế, người ta mới hiểu ai là bạn.',
    ],
  },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp'],
    sentences: [
      'ここに住んで三十年になりますが、近所の人はほとんど知っています。',
      '水が出たとき、みんな自分から手伝い始めました。',
      '役所の人が来るのを待つ人はいませんでした。',
      '夜は火のまわりに座って、遅くまで歌を歌いました。',
      'あのとき初めて本当に知り合ったのだと思います。',
      '若い人は町へ出て行き、隣の家は空いたままです。',
      '助けが必要な人は、どこを訪ねればいいか分かっています。',
      'ボランティアの話し合いは長かったけれど、楽しかったですよ。',
    ],
  },
  {
    language: 'Korean',
    encodings: ['euc-kr'],
    sentences: [
      '저는 여기서 삼십 년을 살아서 이웃을 거의 다 압니다.',
      '물이 넘쳤을 때 사람들이 스스로 돕기 시작했어요.',
      '시청에서 누가 오기를 기다리는 사람은 없었습니다.',
      '저녁에는 불가에 앉아서 늦게까지 노래를 불렀지요.',
      '그때 비로소 서로를 제대로 알게 된 것 같아요.',
      '젊은 사람들은 도시로 떠나고 옆집은 비어 있습니다.',
      '도움이 필요한 사람은 어디를 두드려야 하는지 알아요.',
      '예전에는 문을 잠그지 않고 다녔습니다.',
    ],
  },
  {
    language: 'Chinese, simplified',
    encodings: ['gbk', 'gb18030'],
    sentences: [
      '我在这条街上住了三十年，邻居差不多都认识。',
      '那年发大水，大家没等人来叫就自己动手了。',
      '谁也没有坐着等政府的人来。',
      '晚上我们围着火堆唱歌，一直唱到很晚。',
      '我觉得就是从那时候起，大家才真正熟起来。',
      '现在年轻人都进城了，隔壁的房子空了两个冬天。',
      '谁家要是有难处，都知道该去敲哪扇门。',
      '以前通知贴在电线杆上，大家都会去看。',
    ],
  },
  {
    language: 'Chinese, traditional',
    encodings: ['big5', 'gbk', 'gb18030'],
    sentences: [
      '我在這條街上住了三十年，鄰居差不多都認識。',
      '那年淹大水，大家沒等人來叫就自己動手了。',
      '誰也沒有坐著等公所的人來。',
      '晚上我們圍著火堆唱歌，一直唱到很晚。',
      '我覺得就是從那時候起，大家才真正熟起來。',
      '現在年輕人都進城了，隔壁的房子空了兩個冬天。',
      '誰家要是有難處，都知道該去敲哪扇門。',
      '以前通知貼在電線桿上，大家都會去看。',
    ],
  },
];

/**
 * Characters to bytes in `encoding`, from decoding all its codes of one and two bytes (and a few of four); null for a text that it cannot
 * hold. Letters that it has only as a base with combining marks (Vietnamese) are written so.
 */
export function encoder(encoding: string): (text: string) => Uint8Array | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const codes = new Map<string, readonly number[]>();
  const learn = (code: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(code));
      if (Array.from(text).length === 1 && !/\p{Co}/u.test(text) && !codes.has(text)) codes.set(text, code);
    } catch {
      // no character has this code
    }
  };
  for (let byte = 0; byte < 0x100; byte += 1) learn([byte]);
  if (/^(?:gb|big5|euc|shift)/u.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) learn([lead, trail]);
  if (encoding === 'gb18030') for (let last = 0x30; last < 0x3a; last += 1) learn([0x95, 0x32, 0x82, last]);
  const bytesOf = (character: string): readonly number[] | null => {
    const known = codes.get(character);
    if (known !== undefined) return known;
    const [base = '', ...marks] = character.normalize('NFD');
    if (marks.length === 0) return null;
    // a horn, a breve or a circumflex stays with its letter, the mark of the tone stands apart
    const inner = marks.filter((mark) => '\u0302\u0306\u031b'.includes(mark)).join('');
    const tone = marks.filter((mark) => !inner.includes(mark));
    const parts = [(base + inner).normalize('NFC'), ...tone].map((part) => codes.get(part));
    return parts.every((part) => part !== undefined) ? parts.flat() : null;
  };
  return (text) => {
    const bytes = Array.from(text, bytesOf);
    return bytes.every((code) => code !== null) ? Uint8Array.from(bytes.flat()) : null;
  };
}
