// How often each letter stands in each language: tells the right decoding of an old text file from the wrong ones.

export interface Language {
  /** WHATWG names of the encodings that its old texts are in. */
  readonly encodings: readonly string[];
  /** Each letter (lower case) with how often it stands in 10,000 letters of running text. */
  readonly letters: string;
}

const western = ['windows-1252', 'iso-8859-15', 'macintosh'];
const central = ['windows-1250', 'iso-8859-2', 'iso-8859-16'];
const baltic = ['windows-1257', 'iso-8859-13', 'iso-8859-4'];
const turkish = ['windows-1254'];
const vietnamese = ['windows-1258'];
const cyrillic = ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
const greek = ['windows-1253', 'iso-8859-7'];
const hebrew = ['windows-1255', 'iso-8859-8'];
const arabic = ['windows-1256', 'iso-8859-6'];
const thai = ['windows-874'];

/** Encodings of languages in Latin letters, also of those that have no frequencies here. */
export const latinEncodings: readonly string[] = [...western, ...central, ...baltic, ...turkish];

/** Encodings of languages in other alphabets. */
export const otherAlphabets: ReadonlySet<string> = new Set([
  ...cyrillic,
  ...greek,
  ...hebrew,
  ...arabic,
  ...thai,
]);

/** Counted in the Universal Declaration of Human Rights; letters too rare for it to have them were added. */
export const languages: readonly Language[] = [
  {
    // English
    encodings: [...western, ...central],
    letters:
      'e1243t926n823o814a813i805r702s536h515l459d373c337f259u226m218y191g190p175b126v114w86k21q18' +
      'j17x8z5',
  },
  {
    // French
    encodings: western,
    letters:
      'e1402t896i821n793s753a730r650o643l571u521d457c353é273p254m225v94g85q83f82b79à65h48x46ê24y21' +
      'j11è10ù4â2ô2û1ë3ï3œ3ü3æ3',
  },
  {
    // German
    encodings: [...western, ...central],
    letters:
      'e1747n1064r793i764t603d574a524s501h501u460l409g380c320f211o173m163b132k126z119w109v84ä56ü54' +
      'p40j35ö34ß24y2x1é3à3è3',
  },
  {
    // Spanish
    encodings: western,
    letters:
      'e1326a1104o853i751n733s693r681d622l556c533t489u337p245m219b114y106h104ó92g77v71f66í56q47á40' +
      'j31z21ú12é10x7ñ3',
  },
  {
    // Portuguese
    encodings: western,
    letters:
      'e1240a1124o1048s806i793d675r667t552n511u366m362c321l277p256g128v119ç97ã93f78b75q63h53í44é34' +
      'º32à27õ27á25z24j21ê19ó14x14ú9â5ü3',
  },
  {
    // Italian
    encodings: western,
    letters:
      'i1380e1149a965o907n740t718r651l633d516s486u329c309p236m172g164z158v138b82h81f74à63q29è8ù4é4' +
      'ò3í3î3ú3',
  },
  {
    // Dutch
    encodings: western,
    letters:
      'e2033n1126i724a649r646t612d590o517g370l367h334v307s290k194j169m167c157b144z143p139w135f95u91' +
      'y1ë1é3ï3ö3ü3è3ó3',
  },
  {
    // Swedish
    encodings: western,
    letters:
      'a925t920e909r874n850l727i667s559d406g369o347ä310k287m275h274v243f228ö149u140c136å115p103b80' +
      'y55j51x1é3à3ü3è3',
  },
  {
    // Danish, Norwegian
    encodings: western,
    letters:
      'e1665r923n773t684l678i666d592a562s527g492o438f310k276h264m249v217u128b115æ96p89å79ø65y58j38' +
      'c17é3ü3ö3ä3',
  },
  {
    // Finnish
    encodings: western,
    letters: 'a1274i1056t922e897n885s859k589l569o516u468ä435m245j229v219h184y182r171p145d106ö44g6å3é3',
  },
  {
    // Icelandic
    encodings: western,
    letters:
      'a978r873n852i791e657s573l537t493g452u452m437ð391f283k269v218o197h172þ162d152j151á148í115é105' +
      'ó100ö97y81b80æ71p57ú28ý19z8',
  },
  {
    // Catalan
    encodings: western,
    letters:
      'e1258a1134i866t831s796l694n686r684o497c456d391u334p263m255v100g100b99ó89q77f71é62h50à49è29' +
      'í26j24x23ú19ç12ò9y8z5ï3',
  },
  {
    // Albanian
    encodings: [...western, ...central],
    letters:
      'e1050t1012ë985i845r721n579a578s518h472j425d395m329o302k300u268p240l233v158g146b138f72q71z55' +
      'y46c38ç20x4',
  },
  {
    // Slovene
    encodings: central,
    letters:
      'o996a991i977e872n832v623r531s498d390j385t361l354k351p330m252u201z199č160b159g123h109ž106c103' +
      'š96f1',
  },
  {
    // Polish
    encodings: central,
    letters:
      'a921o920i793e699n627w626z550r467c407y397s367d356p353k340t274u239j220l204m187ł166b143g139ż111' +
      'h96ą90ó82ś81ę73ć38ń28ź5f1',
  },
  {
    // Czech
    encodings: central,
    letters:
      'o940n812e603a599v524t474s456á402i392d366r360l350k337p327m327í308u274b236z228h212c203j193y156' +
      'é147ě140ý137ž130č114ř76š74ů52ú28ť6g5ň5f2ď2ó3ö3ü3',
  },
  {
    // Slovak
    encodings: central,
    letters:
      'o1068a817n739e663i515v509r450s438t394k367d348á341l337m317p315u265b225h208z202c196j191ý157' +
      'y140ž123č119é119ú105ť94š81í63ľ55ô17ň7g5ď4f4ó3ŕ3ĺ3ä3',
  },
  {
    // Hungarian
    encodings: central,
    letters:
      'e1156a889s699t696n682l671k485z430i425é425m382g379o365á344r265y256v231b194d192j148h126ő82ö78' +
      'c65ü62ó60f55p48í47u39ű12ú10',
  },
  {
    // Romanian
    encodings: central,
    letters:
      'e1250i1138a1003r872t642n594l578u511o485c455s367p320ă315d310m211ţ171ş126v110b110î109f108g80' +
      'â47z47j18x14h12',
  },
  {
    // Croatian
    encodings: central,
    letters:
      'a1248o972i966n715e662j523v517r499u464s463t420d368l326m324k320p319b190z145č124g113š68ž68ć53' +
      'c52h52đ30',
  },
  {
    // Lithuanian
    encodings: baltic,
    letters:
      'i1543a1041s996t682r544e538o495n485k429m393u390v276l262p228g226j171d159y152b150ė138ų119ą102' +
      'ž99š92į87ę71ū57c46č19z7f4h1',
  },
  {
    // Latvian
    encodings: baltic,
    letters:
      'i1075a1072s765t651e623u548n517r507ī439ā390b363v333k330p306m302o264l260d235z195j178c158ē126' +
      'š118g98ņ50ū28ļ25ģ16ķ11f8ž7č1h1ō3',
  },
  {
    // Estonian
    encodings: [...baltic, ...western],
    letters:
      'a1166e1141i1103s1013t696l646u631n437k435d374m351o326r278v273g242õ212j156h152p102b84ä81ü69ö28' +
      'f3š3ž3',
  },
  {
    // Turkish
    encodings: turkish,
    letters:
      'e1209a1149i891r725l677n665k528m436ı422t386d366s359h292y269u267v217b187ş174ü139o110z94ç81g78' +
      'c71ğ68ö51f46p30â2j1î3û3é3',
  },
  {
    // Vietnamese, marks apart
    encodings: vietnamese,
    letters:
      'n795a760o739̂680u662h609i538̛533c529̣471̀459́436t414g335e323đ228̉218v163y155m152p114b111q100' +
      'l84̃84k69r65d60̆44s40x32f3',
  },
  {
    // Russian
    encodings: cyrillic,
    letters:
      'о1096е875и865а761н680т588в580с560р446л370д329п269м265к255я214у211б209ы185ь182г153ч150ж140' +
      'й126з121х91ю89щ71ц60ш27э13ф11ъ8ё20',
  },
  {
    // Ukrainian
    encodings: cyrillic,
    letters:
      'о1012а911н893і595и564в560т512р440с422е383д377у307п303л299я267м246к242б240з205ю160г149ь146' +
      'ж129х118ч101ї99ц87й81є71ш42щ27ф10ґ2',
  },
  {
    // Bulgarian
    encodings: cyrillic,
    letters:
      'а1196о972и956е882н773в667т661с512р492д399к297л295п259б206з205ч193я155м149ъ145у139г106ж92щ64' +
      'ц63й47х33ш19ю14ф6ѝ3',
  },
  {
    // Serbian
    encodings: cyrillic,
    letters:
      'а1284о988и927е717н607в548р523у495с465т393д391п347к314м311л274ј240б189з154ч134њ134г121ш106ц75' +
      'љ72ж70х53ђ36ћ32ф1џ3',
  },
  {
    // Greek
    encodings: greek,
    letters:
      'α1131ι826ε736τ704ο657ν628κ510ρ419σ404η395π366ς333υ302ί297μ276δ228λ214θ192ω187έ186ά166ή156' +
      'ό147γ111χ99ώ77ύ73ξ59φ47β36ζ26ψ9ϊ1ϋ3ΐ3ΰ3',
  },
  {
    // Hebrew
    encodings: hebrew,
    letters:
      'ו1381י1137ה825ל806א612ת610ב496ש394ר392כ387ד330מ330ע294ח290ם277נ270ז201פ180ס143ן124ק112ג111' +
      'צ88ט81ף67ך52ץ9',
  },
  {
    // Arabic
    encodings: arabic,
    letters:
      'ا1585ل1243ي699م636و574ت452ن419ة376ر375ع355د319ق299أ289ح266ه260ف238ب215س210ك184ج138إ122ش87خ85' +
      'ض82ص76ى74ذ58ز53ط46ء43غ38ً26ئ21ظ18ث16آ12ؤ5ّ3ُ2',
  },
  {
    // Persian
    encodings: arabic,
    letters:
      'ا1432د849ی829ر754م686و682ه569ن568ت453ب415ک285ق250س244ش240ل236ع205ح205ز184ج121خ121آ110ف88گ83' +
      'ٔ58ص55ض41ط37ئ34چ32ذ25پ24ظ21أ16ً13ث11غ11ژ4ؤ1ِ1إ1ء1',
  },
  {
    // Thai
    encodings: thai,
    letters:
      'า688ร585น517ก430อ402่378ม377ิ376ง362ท335ะ318ั303ด268้268ส264ล259เ259ค242ย234ี227ว201ต198แ187' +
      'ห186จ168ป166บ143ใ139ุ121ข120ช119ธ103ื103ไ97พ90็74ำ70ศ67โ65ู63ถ52ภ47ึ45ษ42์40ญ35ผ35ๆ29ฏ26ฐ22' +
      'ณ21ซ13ฎ9ฒ7ฉ1ฤ1',
  },
];
