package org.mobiledatasync.simulator.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invented mobile numbers of the United States, each of them once, as long as there are any. */
final class SamplePhones {

    private static final String AREA_CODES = "201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224"
            + " 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305"
            + " 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 330 331 334 336 337 339 347 351 352 360"
            + " 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 424 425 430 432 434 435"
            + " 440 443 469 470 475 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520"
            + " 530 531 534 539 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606"
            + " 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 657 660 661 662"
            + " 678 681 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 737"
            + " 740 747 754 757 760 762 763 765 769 770 772 773 774 775 779 781 785 786 801 802 803 804 805 806 808"
            + " 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 848 850 856 857 858 859 860 862 863 864"
            + " 865 870 872 878 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 929 931"
            + " 936 937 938 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989";
    private static final int FICTITIOUS_LINES = 100;
    private static final int LINES = 10_000;
    private static final int FIRST_EXCHANGE = 220;

    private final List<String> areas = new ArrayList<>(List.of(AREA_CODES.split(" ")));

    SamplePhones(Random random) {
        Collections.shuffle(areas, random);
    }

    /**
     * The ten digits of number {@code index}: 555-01xx, which are kept for fiction, and others once these are used up.
     */
    String digits(int index) {
        String area = areas.get(index % areas.size());
        int line = index / areas.size();
        if (line < FICTITIOUS_LINES) {
            return area + "55501" + String.format("%02d", line);
        }
        int other = line - FICTITIOUS_LINES;
        return area + (FIRST_EXCHANGE + other / LINES) + String.format("%04d", other % LINES);
    }

    /** The digits as one of the ways in which people type them. */
    static String typed(String digits, int way) {
        String area = digits.substring(0, 3);
        String exchange = digits.substring(3, 6);
        String line = digits.substring(6);
        return switch (Math.floorMod(way, 8)) {
            case 0 -> area + "." + exchange + "." + line;
            case 1 -> "(" + area + ") " + exchange + "-" + line;
            case 2 -> "+1 (" + area + ") " + exchange + "-" + line;
            case 3 -> digits;
            case 4 -> area + "-" + exchange + "-" + line;
            case 5 -> "+1" + digits;
            case 6 -> "1 " + area + " " + exchange + " " + line;
            default -> "1-" + area + "-" + exchange + "-" + line;
        };
    }
}
