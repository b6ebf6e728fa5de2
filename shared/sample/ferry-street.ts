// The sample's second case, Ferry Street: a lantern club that learned to light its own lane. Everything is invented.
import { interviewer, type InLanguages, type SampleCase, type SampleDocument } from './shape.ts';

const he: InLanguages = { en: 'He Shuisheng', zh: '何水生' };
const fang: InLanguages = { en: 'Fang Li', zh: '方丽' };

const before: SampleDocument = {
  id: 'ferry-before',
  name: { en: 'Ferry Street, interview 1, leader', zh: '渡口街 访谈一 负责人' },
  phase: 'before',
  attributes: {
    role: 'leader',
    gender: 'm',
    age: '60+',
    date: '2022-02-21',
    material: 'interview',
    method: 'interview',
  },
  paragraphs: [
    [interviewer, 'You make the lanterns yourself?', '灯都是您自己扎的？'],
    [
      he,
      'My grandfather made the fish, my father the crab, I make what sells, which is rabbits. ‹1›Splitting the bamboo, folding, that’s in these hands and in old Pang’s. Nobody under sixty has ever held the knife.‹/1›',
      '我爷爷扎鱼灯，我爹扎蟹灯，我嘛，什么好卖扎什么，扎兔子。‹1›破篾、折纸，就在我这双手上，还有老庞那双。六十岁往下的，没一个摸过那把刀。‹/1›',
    ],
    [interviewer, 'How many are you in the club?', '社里有多少人？'],
    [
      he,
      '‹2›Depends on who you ask. Twelve on paper, only there isn’t a paper. Whoever’s shouting is the leader.‹/2› Usually me. ‹3›And we’ve no stamp, so the culture station can’t lend us the hall.‹/3›',
      '‹2›那得看你问谁。名册上十二个，就是没名册。谁嗓门大谁是头儿。‹/2›一般是我。‹3›我们又没公章，文化站的厅就借不出来。‹/3›',
    ],
    [interviewer, 'Do young people come?', '年轻人来吗？'],
    [
      he,
      'My grandson carries the ladder. He’s fourteen, his wage is a bowl of noodles. The others come with cameras, “so beautiful, Grandpa”, and then they ask me where the car park is.',
      '我孙子扛梯子，十四了，工钱是一碗面。别的年轻人嘛，拿着相机来，“爷爷，好美啊”，拍完了问我停车场在哪儿。',
    ],
    [interviewer, 'What happens in a year?', '一年里都做些什么？'],
    [
      he,
      '‹4›Lantern night. Then we sleep until the next one.‹/4› ‹5›Forty rabbits on the quay for the people with cameras. And the street itself is dark! Mrs Tang broke her wrist on the water steps, right under a rabbit. She’d asked for a lamp. We gave her a rabbit.‹/5› I’m not proud of it.',
      '‹4›元宵那一晚。完了就睡，睡到下一个元宵。‹/4›‹5›码头上挂四十只兔子，给拿相机的人看。可街上黑咕隆咚的！唐婆婆在河埠头摔断了手腕，头顶上就是只兔子。人家要的是盏灯，我们给了只兔子。‹/5›唉，这事不光彩。',
    ],
    [interviewer, 'Who helps?', '有谁帮忙？'],
    [
      he,
      '‹6›The paper shop, the boatmen, the school with all those children, each does a bit on its own. The paper shop burns its offcuts, and we buy paper in the city.‹/6› ‹7›The street office comes with a banner on the day and takes it home again.‹/7› ‹8›There are seven groups on this street, opera, chess, two kinds of fishing, and one pot of money.‹/8› ‹9›Whoever has a cousin in the office eats.‹/9›',
      '‹6›纸扎铺、船工、小学，那么多孩子，各弄各的一点。纸扎铺的边角料拿去烧火，我们倒跑到城里买纸。‹/6›‹7›街道办那天来挂条横幅，挂完又卷回去了。‹/7›‹8›这条街上七个队，唱戏的、下棋的，钓鱼的还分两拨，就那么一锅钱。‹/8›‹9›谁有个表亲在里头，谁就有得吃。‹/9›',
    ],
    [interviewer, 'And the neighbours?', '街坊之间呢？'],
    [
      he,
      '‹10›We know each other to the third generation.‹/10› ‹11›The boatman has the key to my workshop, he comes in when it rains and moves the paper.‹/11› ‹12›If a roof goes, the whole lane is up a ladder; you’d be ashamed to lie in bed.‹/12› ‹13›But call a meeting! Three come, always the same three, and one of them is deaf.‹/13›',
      '‹10›上下三代都认得。‹/10›‹11›我作坊的钥匙在船老大那儿，一落雨他就进来挪纸。‹/11›‹12›谁家屋顶掀了，全巷子的人都爬梯子，你好意思躺着？‹/12›‹13›可你叫他们开个会看看！来三个，回回是那三个，有一个还耳背。‹/13›',
    ],
    [interviewer, 'Is there any support for old crafts?', '传统手艺，有没有什么扶持？'],
    [
      he,
      '‹14›The district had money for that. I heard of it on the bus, a year too late.‹/14›',
      '‹14›区里有过一笔钱，我是在公交车上听说的，晚了一年。‹/14›',
    ],
    [interviewer, 'What if you stop?', '要是您不做了呢？'],
    [
      he,
      '‹15›Then they’ll buy plastic. My grandson says, Grandpa, there’s a factory. I haven’t thought past this spring; the bamboo is bought, that’s as far as it goes.‹/15› Would you like one? A rabbit?',
      '‹15›那就买塑料的呗。我孙子说，爷爷，有工厂的。过了今年春天，我没想过；竹子买好了，就到这儿。‹/15›你要不要？拿只兔子走？',
    ],
  ],
  marks: {
    1: 'D2 C4=1',
    2: 'X6 C2b=1',
    3: 'X5',
    4: 'F2-',
    5: {
      codes: 'D3 C3=1',
      memo: {
        en: 'Mrs Tang’s lamp runs through all three texts of this case.',
        zh: '唐婆婆的灯贯穿本案例的三份资料。',
      },
    },
    6: 'D1 C1=1',
    7: {
      codes: 'W7-',
      memo: {
        en: 'Formal only: a tie to the street office that lasts one evening.',
        zh: '徒有形式：与街道的关系只维持一个晚上。',
      },
    },
    8: 'X8',
    9: 'T5- T4-',
    10: 'W1+',
    11: 'T1+',
    12: 'N3+',
    13: 'B3',
    14: 'X3',
    15: 'D4 C4=1',
  },
};

const note: SampleDocument = {
  id: 'ferry-note',
  name: { en: 'Ferry Street, field note, lantern night', zh: '渡口街 田野笔记 元宵夜' },
  phase: 'after',
  attributes: { date: '2024-02-24', material: 'field', method: 'observation' },
  paragraphs: [
    [null, 'Lantern night. Rain until six, then wind.', '元宵。雨下到六点，接着起风。'],
    [
      null,
      '‹1›The boatmen stretch their tarpaulin over the quay, the school sends its trolley, the paper shop its girls. He Shuisheng stands on a crate with the list and calls out who takes what.‹/1› ‹2›On the steps a girl of about ten is teaching two men to tie a handle. They don’t get it; she sighs and begins again at step three.‹/2›',
      '‹1›船工把篷布拉到码头上，学校推来小推车，纸扎铺来了几个姑娘。何水生站在木箱上，照着单子喊，谁拿什么。‹/1›‹2›台阶上，一个十来岁的女孩在教两个男人扎提手。他们学不会，她叹口气，从第三步重来。‹/2›',
    ],
    [
      null,
      'The lane is lit from end to end, forty-one lamps. ‹3›One is dark; the whole row wishes that family “good evening, darkness”, and a boy is sent running for a battery.‹/3› ‹4›Mrs Tang gets up from her chair and holds out her arm without looking. Somebody takes it, down all nine steps.‹/4›',
      '整条巷子从头亮到尾，四十一盏。‹3›有一盏是黑的，一排人齐声跟那家打招呼：“天黑好啊！”一个男孩被打发去跑着买电池。‹/3›‹4›唐婆婆从椅子上起身，看也不看就把胳膊伸出去。有人接住了，一直扶下九级台阶。‹/4›',
    ],
    [
      null,
      '‹5›The deputy from the street office carries bamboo like everyone else and stays until it is stacked.‹/5› ‹6›At ten they sing the boat song. A woman who moved to the new town six years ago says she has come for this, and that she is looking for a room here again.‹/6›',
      '‹5›街道办的副主任跟大家一样扛竹子，码齐了才走。‹/5›‹6›十点，大家唱起船歌。一个六年前搬去新城的女人说，她就是为这个来的，还说想在这边再找间房。‹/6›',
    ],
    [
      null,
      'Nobody asked me what I was doing there. I was handed a pole.',
      '没人问我来做什么，倒是有人塞给我一根竹竿。',
    ],
  ],
  marks: {
    1: {
      codes: 'M3 C1=3 O1+',
      memo: {
        en: 'Using and combining in one scene; the capacity shown is the combining.',
        zh: '使用与整合同在一个场面里；显出来的能力是整合。',
      },
    },
    2: 'M2 C2a=3',
    3: 'N4+',
    4: 'T1+',
    5: 'W3+',
    6: 'O2+',
  },
};

const after: SampleDocument = {
  id: 'ferry-after',
  name: { en: 'Ferry Street, interview 2, shopkeeper', zh: '渡口街 访谈二 店主' },
  phase: 'after',
  attributes: {
    role: 'volunteer',
    gender: 'f',
    age: '35-59',
    date: '2023-12-05',
    material: 'interview',
    method: 'interview',
  },
  paragraphs: [
    [interviewer, 'How does a noodle shop come to lanterns?', '您开面馆的，怎么做起灯来了？'],
    [
      fang,
      'Through noodles. ‹1›Ms Ding, the social worker, came in with Master He and a sheet of paper, the street on it, every door. “What have you got?” Broth, I said. They wrote down broth. And my back room, and the van on Mondays.‹/1› ‹2›Now they do it without her: the paper shop’s offcuts, the boatmen’s bamboo, the school’s art room, all on one list on my wall, and on Mondays Master He rings round.‹/2›',
      '因为面呗。‹1›社工丁老师跟何师傅拿着张纸进来，整条街画在上头，家家户户都有。“你这儿有什么？”我说有汤。他们就写“汤”。还写了我的后间，还有礼拜一能用的面包车。‹/1›‹2›现在没有丁老师他们也照样转：纸扎铺的边角料、船工的竹子、学校的美术室，全写在我墙上那张单子上，礼拜一何师傅挨个打电话。‹/2›',
    ],
    [interviewer, 'What were they to you before?', '以前您怎么看他们？'],
    [
      fang,
      'Old men with glue, sorry. ‹3›Eleven years next door and I had never set foot in that workshop.‹/3› ‹4›And for the street, what did they do? One night of rabbits, then dark.‹/4›',
      '不好意思啊，一帮玩糨糊的老头。‹3›做了十一年隔壁，那间作坊我一步都没进去过。‹/3›‹4›再说给这条街做过什么呀？挂一晚上兔子，完了还是黑。‹/4›',
    ],
    [interviewer, 'And now?', '现在呢？'],
    [
      fang,
      '‹5›Master He teaches the knife, old Pang the folding, in nine steps with drawings, and you don’t get step five until four is clean.‹/5› I’m on six. ‹6›Every Friday, rain or not.‹/6› ‹7›Three of the girls take the little ones by themselves, that’s how they were brought up to it; when Master He had his eyes done, the class went on.‹/7› I think he was a bit offended.',
      '‹5›何师傅教刀工，老庞教折纸，分了九步，都画了图，第四步没弄干净，第五步不教你。‹/5›我学到第六步了。‹6›每个礼拜五，下雨也去。‹/6›‹7›有三个姑娘自己带小的，当初就是这么把她们带出来的；何师傅做眼睛手术那阵，课照上。‹/7›他好像还有点儿不高兴。',
    ],
    [interviewer, 'And for the street?', '给街上呢？'],
    [
      fang,
      '‹8›Forty-one lamps, at the water steps and in the black corners, each with a family that minds it, and Mrs Tang got the first.‹/8› ‹9›Nobody’s broken a wrist since.‹/9› ‹10›There’s a sheet, we all signed: new battery on the first of the month. ‹11›If yours is out, the lane group asks you “asleep already? 😴” until you change it.‹/11›‹/10› ‹12›Not my cousin’s, of course. His has been out since August. He says the spirits like it.‹/12›',
      '‹8›四十一盏灯，河埠头，还有那些黑旮旯，一家管一盏，头一盏给了唐婆婆。‹/8›‹9›后来再没人摔断过手。‹/9›‹10›有张单子，大家都签了字：每月一号换电池。‹11›你家的要是灭了，巷子群里就问你“睡啦？😴”，问到你换为止。‹/11›‹/10›‹12›我表哥家的当然不算，打八月份起就黑着，他说鬼喜欢。‹/12›',
    ],
    [interviewer, 'How is the money kept?', '钱是怎么管的？'],
    [
      fang,
      '‹13›Filed in May, with a stamp; Master He keeps it in a sock.‹/13› ‹14›Ms Ding sat over the minutes with my daughter for months. Now she writes them alone, a page and a half, and reads out the cash book.‹/14› ‹15›I hear my own two hundred yuan read out, so I believe the rest.‹/15› ‹16›The street office buys forty small lanterns a year, for the newborns; it’s in their budget, signed.‹/16› ‹17›A third of that we don’t touch, it’s for knives and for when Master He can’t; and copies of all the drawings lie at the school.‹/17›',
      '‹13›五月份备了案，有公章了，何师傅拿只袜子装着。‹/13›‹14›丁老师陪着我女儿学写会议记录，写了好几个月。现在她一个人写，一页半，账本也由她念。‹/14›‹15›我自己那两百块都听见念出来了，别的我也就信了。‹/15›‹16›街道每年订四十只小灯，送新生儿，列进预算，签了字的。‹/16›‹17›那钱三分之一不动，留着买刀，留着等何师傅做不动的时候用；图样全抄了一份存在学校里。‹/17›',
    ],
    [interviewer, 'And you and your neighbours?', '您跟街坊呢？'],
    [
      fang,
      '‹18›When I fetch my boy I leave the shop open and old Pang sits in it. Eleven years I used to lock up.‹/18› ‹19›He mends my stool, so he eats. He eats, so he mends the awning. We’ve stopped counting.‹/19› ‹20›And because I knew I could count on the Friday people, I asked one of the boatmen, a stranger really, to carry my flour; now his sister buys from me.‹/20› ‹21›My son says “our lane”. He used to say “where Mum works”.‹/21›',
      '‹18›我去接孩子，店门敞着，老庞坐里头看着。从前十一年我都是锁门的。‹/18›‹19›他给我修凳子，就在我这儿吃面；吃了面，又给我补雨棚。早不算账了。‹/19›‹20›礼拜五那帮人靠得住，我才敢开口请一个船工帮我运面粉，原先其实不认识；现在他妹妹也来我这儿买面。‹/20›‹21›我儿子现在说“我们巷子”，从前说“我妈上班那儿”。‹/21›',
    ],
    [interviewer, 'All settled, then?', '那就都顺了？'],
    [
      fang,
      'Hardly. ‹22›Every year there’s a different form, and no one in the office knows which department we belong to.‹/22›',
      '哪儿啊。‹22›年年表格不一样，我们归哪个科管，里头没人说得清。‹/22›',
    ],
  ],
  marks: {
    1: { codes: 'M1 C1=2 E4', phase: 'during' },
    2: 'M1 C1=3 W4+',
    3: { codes: 'W7-', phase: 'before' },
    4: { codes: 'C3=1', phase: 'before' },
    5: 'M2 C2a=3',
    6: 'F2+',
    7: {
      codes: 'M2 C4=3',
      memo: {
        en: 'The second off-diagonal passage: teachers were trained so that the class outlives the master.',
        zh: '第二处偏离对角线：培养能教的人，课就不会随师傅停下。',
      },
    },
    8: 'M3 C3=3 F1+',
    9: 'O5+',
    10: 'N1+',
    11: 'I6+ W5+',
    12: 'N5- N4-',
    13: 'N1+',
    14: 'M2 C2b=3',
    15: 'I2+ T2+',
    16: 'W3+ P13',
    17: 'M4 C4=3 A5',
    18: {
      codes: 'T1+',
      memo: {
        en: 'Says “I used to lock up” in the same breath: before and after in one sentence, coded as after.',
        zh: '紧接着说“从前都是锁门的”：前后都在一句里，按“之后”编码。',
      },
    },
    19: 'N2+',
    20: 'I3+ T1+ W1+',
    21: 'O3+',
    22: 'F3-',
  },
};

export const ferryStreet: SampleCase = {
  name: { en: 'Ferry Street', zh: '渡口街' },
  attributes: {
    community: { en: 'Ferry Street, old street by the river', zh: '渡口街，沿河老街' },
    organisation: { en: 'Ferry Street lantern and culture club', zh: '渡口街花灯文化社' },
    street: { en: 'Riverside sub-district', zh: '临江街道' },
    communityKind: 'old',
    orgType: 'culture',
    founded: '2011',
    members: '27',
    households: '540',
    registered: 'filed',
    initiator: 'res',
    cohesionRating: '3',
    startLevel: '2',
    endLevel: '4',
    contactHours: '132',
    funding: '52000',
  },
  documents: [before, note, after],
};
